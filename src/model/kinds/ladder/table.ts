import { filled, notToMyself, reasonGiven, toOnePerson } from '../../needs.js';
import type { AnswerRule, Kind, Need, Transition } from '../../transition.js';
import { hasWords } from '../../text.js';

/** A part that a person has in the community now. A person may have several; none is above another. */
export interface Placement extends Readonly<Record<string, unknown>> {
  /** Id of the circle, up to 64 characters. */
  readonly circle: string;
  /** Calendar day, `2026-11-21`. */
  readonly since: string;
  /** What was decided together and why, up to 500 characters. */
  readonly reason?: string;
  /** Calendar day of the next review. */
  readonly reviewOn?: string;
}

/** A duty: something a person is asked to look after. */
export interface Duty extends Readonly<Record<string, unknown>> {
  /** Up to 60 characters. */
  readonly title: string;
  /** Where, up to 60 characters. */
  readonly area?: string;
  /** How it is done: up to 12 lines of up to 140 characters. */
  readonly steps: readonly string[];
  /** Duration in whole minutes, 5 to 120. */
  readonly minutes?: number;
  /** Calendar day, `2026-11-21`. */
  readonly due?: string;
  /** Safety advice, up to 200 characters. */
  readonly safety?: string;
}

/** A note that belongs to an act on a duty. */
export interface DutyNote extends Readonly<Record<string, unknown>> {
  /** Up to 300 characters; may be empty. */
  readonly note: string;
  /** How comfortable it felt, a whole number from 0 to 10. */
  readonly comfort?: number;
}

/** A note to the person that says why their placement is paused or ended. */
export interface PlacementNote extends Readonly<Record<string, unknown>> {
  /** Up to 300 characters. */
  readonly note: string;
}

/**
 * Limits in characters, minutes and points. Source: the project's field study of duties in shared living. Minutes are limited so that
 * a duty stays learning and does not become labour.
 */
export const placementLimits = { reason: 500, note: 300 } as const;
export const dutyLimits = { title: 60, area: 60, steps: 12, step: 140, minutesLeast: 5, minutes: 120, safety: 200, note: 300, comfort: 10 } as const;

// If staff take something away from a person, they must give a reason that this person can read.
const reasonToThem: readonly AnswerRule[] = [{ kind: 'placement-note', status: 'given', visibility: 'named-and-staff', to: (root) => root.to }];
const reasonUnlessMine: Need<Placement> = {
  code: 'reason-missing',
  met: (scene) => Boolean(scene.root?.to.includes(scene.actor.person)) || reasonGiven.met(scene),
};

export const placement: Kind<Placement> = {
  kind: 'placement',
  v: 1,
  words: ['reason'],
  transitions: {
    place: { from: [], to: ['current'], who: ['staff'], needs: [toOnePerson, notToMyself], shows: 'named-and-staff' },
    end: { from: ['current', 'resting'], to: ['past'], who: ['staff'], not: ['receiver'], needs: [reasonGiven], answers: reasonToThem },
    rest: { from: ['current'], to: ['resting'], who: ['staff', 'receiver'], needs: [reasonUnlessMine], answers: reasonToThem },
    resume: { from: ['resting'], to: ['current'], who: ['staff', 'receiver'] },
  },
};
export const placementNote: Kind<PlacementNote> = { kind: 'placement-note', v: 1, words: ['note'], transitions: {} };

const noteToStaff: readonly AnswerRule[] = [{ kind: 'duty-note', status: 'given', visibility: 'named-and-staff', to: (root) => [root.by] }];
const noteToThem: readonly AnswerRule[] = [{ kind: 'duty-note', status: 'given', visibility: 'named-and-staff', to: (root) => root.to }];
const open = ['offered', 'accepted', 'help-asked', 'swap-asked'];
const say = (from: readonly string[], to: string): Transition<Duty> => ({ from, to: [to], who: ['receiver'], answers: noteToStaff });
/** Needs a text or a comfort rating; one of them is enough. */
const saidSomething: Need<Duty> = {
  code: 'words-missing',
  met: ({ input }) => Boolean(input.answers?.some(({ data }) => hasWords(data['note']) || typeof data['comfort'] === 'number')),
};
const reasonIfTheirs: Need<Duty> = {
  code: 'reason-missing',
  met: (scene) => !(scene.root?.status === 'offered' || scene.root?.status === 'accepted') || reasonGiven.met(scene),
};

/**
 * The person who has a duty answers with one tap each time. Declining needs no reason, has no consequence, and can be taken back until
 * staff close the duty.
 */
export const duty: Kind<Duty> = {
  kind: 'duty',
  v: 1,
  words: ['title', 'area', 'safety'],
  transitions: {
    offer: { from: [], to: ['offered'], who: ['staff'], needs: [toOnePerson, notToMyself, filled('title')], shows: 'named-and-staff' },
    accept: { from: ['offered'], to: ['accepted'], who: ['receiver'] },
    finish: say(open, 'done'),
    tell: { from: ['done'], to: [], who: ['receiver'], needs: [saidSomething], answers: noteToStaff },
    undo: { from: ['done', 'declined', 'help-asked', 'swap-asked'], to: ['accepted'], who: ['receiver'] },
    decline: say(open, 'declined'),
    'ask-help': say(['offered', 'accepted'], 'help-asked'),
    swap: say(['offered', 'accepted', 'help-asked'], 'swap-asked'),
    helped: { from: ['help-asked'], to: ['accepted'], who: ['staff', 'receiver'] },
    'offer-again': { from: ['declined', 'swap-asked'], to: ['offered'], who: ['staff'], not: ['receiver'] },
    close: {
      from: ['done', 'declined', 'swap-asked', 'offered', 'accepted'],
      to: ['closed'],
      who: ['staff'],
      needs: [reasonIfTheirs],
      answers: noteToThem,
    },
  },
};
export const dutyNote: Kind<DutyNote> = { kind: 'duty-note', v: 1, words: ['note'], transitions: {} };
