import { filled, notToMyself, reasonGiven, toOnePerson, words } from './needs.js';
import type { AnswerRule, Kind, Need, Transition } from './transition.js';

/** Which part a person has in the community now. Several may stand side by side; none is above another. */
export interface Placement extends Readonly<Record<string, unknown>> {
  /** Id of the step, up to 64. */
  readonly circle: string;
  /** Day, `2026-11-21`. */
  readonly since: string;
  /** What was decided together and why, up to 500. */
  readonly reason?: string;
  /** Day on which it is looked at again. */
  readonly reviewOn?: string;
}

/** Something a person is asked to look after. */
export interface Duty extends Readonly<Record<string, unknown>> {
  /** Up to 60. */
  readonly title: string;
  /** Where, up to 60. */
  readonly area?: string;
  /** How it is done: up to 12 lines of 140. */
  readonly steps: readonly string[];
  /** How long it takes, whole minutes, 5 to 120. */
  readonly minutes?: number;
  /** Day. */
  readonly due?: string;
  /** What to take care of, up to 200. */
  readonly safety?: string;
}

/** What is said with an act on a duty. */
export interface DutyNote extends Readonly<Record<string, unknown>> {
  /** Up to 300; may be empty. */
  readonly note: string;
  /** How comfortable it felt, 0 to 10, whole. */
  readonly comfort?: number;
}

/** Why a part in the community rests or ends, for the person whose part it is. */
export interface PlacementNote extends Readonly<Record<string, unknown>> {
  /** Up to 300. */
  readonly note: string;
}

/** Characters, minutes and points. Source: the project's field study of duties in shared living; minutes are capped so that a duty stays learning, not labour. */
export const placementLimits = { reason: 500, note: 300 } as const;
export const dutyLimits = { title: 60, area: 60, steps: 12, step: 140, minutesLeast: 5, minutes: 120, safety: 200, note: 300, comfort: 10 } as const;

// Whatever staff take from somebody, they give a reason that this person can read.
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
/** Words, or how comfortable it felt: either is enough. */
const saidSomething: Need<Duty> = {
  code: 'words-missing',
  met: ({ input }) => Boolean(input.answers?.some(({ data }) => words(data['note']) || typeof data['comfort'] === 'number')),
};
const reasonIfTheirs: Need<Duty> = {
  code: 'reason-missing',
  met: (scene) => !(scene.root?.status === 'offered' || scene.root?.status === 'accepted') || reasonGiven.met(scene),
};

/** Every word about a duty is one tap of the person who has it. Declining needs no reason, leaves no mark and can be taken back until staff close it. */
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
