import { aboutNothing, filled, reasonGiven, toNobody } from '../../needs.js';
import type { MilieuRecord } from '../../record.js';
import { hasWords, isAtLeast } from '../../text.js';
import type { AnswerRule, Kind, Need } from '../../transition.js';
import { isInWords, isOver, isOpened } from './states.js';

/** An own example for one line of *what we look for*. */
export interface StepExample extends Readonly<Record<string, unknown>> {
  /** The line that it is an example for, as it was then. Up to 160 characters. */
  readonly line: string;
  /** Up to 500 characters. */
  readonly words: string;
}

/** A person would like to talk about a next step, or about another role beside the one they have. Only they and staff can read it. */
export interface Step extends Readonly<Record<string, unknown>> {
  /** Id of the circle, if it is one of the list. */
  readonly circle?: string;
  /** Title of the circle or the role as it was then, up to 40 characters. */
  readonly title: string;
  /** Up to 8. */
  readonly examples: readonly StepExample[];
}

/** The person asks somebody what they have seen. Who is asked reads this and nothing else of the request. */
export interface StepAsk extends Readonly<Record<string, unknown>> {
  /** What the talk is about, up to 40 characters. */
  readonly title: string;
}

/** What somebody has seen: no stance, no verdict, no score. */
export interface StepView extends Readonly<Record<string, unknown>> {
  /** Id of the `step`. */
  readonly step: string;
  /** 10 to 500 characters. */
  readonly saw: string;
}

export type StepOutcome = 'yes' | 'with-support' | 'not-yet';

/** What was decided together, and why. A *yes* moves nobody: staff then write the placement. */
export interface StepDecision extends Readonly<Record<string, unknown>> {
  readonly outcome: StepOutcome;
  /** Why, for the person. Up to 500 characters. */
  readonly note: string;
  /** With *yes, with support*: which support, up to 300 characters. */
  readonly support?: string;
  /** With *not yet*: the one next thing, up to 160 characters. */
  readonly next?: string;
  /** With *not yet*: the calendar day on which it is looked at again, within 14 days. */
  readonly on?: string;
}

/** What staff or the person look for, besides the lines of the circle. Each side writes its own. */
export interface StepLines extends Readonly<Record<string, unknown>> {
  /** 1 to 8 lines of up to 160 characters. */
  readonly lines: readonly string[];
}

/** Limits in characters, lines, people and days. */
export const stepLimits = {
  circle: 64,
  title: 40,
  examples: 8,
  line: 160,
  words: 500,
  asked: 2,
  saw: 500,
  sawLeast: 10,
  note: 500,
  support: 300,
  next: 160,
  days: 14,
  lines: 8,
} as const;

const dayLength = 86_400_000;
/** A day in the calendar of the person who acts, counted from a moment in UTC: it may be a day earlier or later than there. */
const isSoon = (day: unknown, now: string): boolean => {
  const days = (Date.parse(String(day)) - Date.parse(now.slice(0, 10))) / dayLength;
  return days >= -1 && days <= stepLimits.days + 1;
};

const asked = (answers: readonly { readonly kind: string; readonly to?: readonly string[] }[]): readonly string[] =>
  answers.filter(({ kind }) => kind === 'step-ask').flatMap(({ to = [] }) => to);
/** Two people at most are asked at a time; who said *not now* leaves room for somebody else. */
const asksFit: Need<Step> = {
  code: 'bad-answer',
  met: ({ input, actor, answers }) => {
    const standing = answers.filter((answer) => answer.kind === 'step-ask' && isInWords(answer));
    const people = [...asked(standing), ...asked(input.answers ?? [])];
    const each = (input.answers ?? []).every(({ kind, to }) => kind !== 'step-ask' || to?.length === 1);
    return each && people.length <= stepLimits.asked && new Set(people).size === people.length && !people.includes(actor.person);
  },
};
const viewOf = (step: (root: MilieuRecord | undefined) => string | undefined): readonly Need[] => [
  { code: 'words-missing', met: ({ input }) => isAtLeast(input.answers?.[0]?.data['saw'], stepLimits.sawLeast) },
  { code: 'bad-answer', met: ({ root, input }) => root !== undefined && input.answers?.[0]?.data['step'] === step(root) },
];
const everyoneIsIn: Need<Step> = {
  code: 'views-missing',
  met: ({ answers }) =>
    answers.some(({ kind }) => kind === 'step-view') && !answers.some(({ kind, status }) => kind === 'step-ask' && status === 'asked'),
};
const decision = (scene: Parameters<Need['met']>[0]): Partial<StepDecision> => scene.input.answers?.[0]?.data ?? {};
const supportNamed: Need = {
  code: 'support-missing',
  met: (scene) => decision(scene).outcome !== 'with-support' || hasWords(decision(scene).support),
};
const nextNamed: Need = {
  code: 'next-step-missing',
  met: (scene) => decision(scene).outcome !== 'not-yet' || (hasWords(decision(scene).next) && isSoon(decision(scene).on, scene.now)),
};
/** Whoever decided once does not decide again when somebody else is asked to look. */
const otherDecider: Need<Step> = {
  code: 'other-eyes',
  met: ({ answers, actor }) => !answers.some(({ kind, by }) => kind === 'step-decision' && by === actor.person),
};

const toAuthor = (root: MilieuRecord): readonly string[] => [root.by];
const asks = (min: number): AnswerRule => ({ kind: 'step-ask', status: 'asked', min, max: stepLimits.asked, visibility: 'named-and-staff' });
/** Staff devices have it from then on, and show it when all are opened together. */
const view: AnswerRule = { kind: 'step-view', status: 'kept', min: 1, visibility: 'staff', to: toAuthor };

/** Nothing here happens by itself: there is no timer, no count and no score, and each act is a person's. */
export const step: Kind<Step> = {
  kind: 'step',
  v: 1,
  words: ['title'],
  transitions: {
    ask: { from: [], to: ['asked'], who: ['member'], needs: [toNobody, aboutNothing, filled('title'), asksFit], shows: 'staff', answers: [asks(0)] },
    invite: { from: ['asked'], to: [], who: ['author'], needs: [asksFit], answers: [asks(1)] },
    'add-view': { from: ['asked'], to: [], who: ['staff'], not: ['author'], needs: viewOf((root) => root?.id), answers: [view] },
    open: { from: ['asked'], to: ['opened'], who: ['staff'], not: ['author'], needs: [everyoneIsIn] },
    'open-now': { from: ['asked'], to: ['opened'], who: ['staff'], not: ['author'] },
    decide: {
      from: ['opened', 'appealed'],
      to: ['decided'],
      who: ['staff'],
      not: ['author'],
      needs: [reasonGiven, supportNamed, nextNamed, otherDecider],
      answers: [{ kind: 'step-decision', status: 'given', min: 1, visibility: 'named-and-staff', to: toAuthor }],
    },
    appeal: { from: ['decided', 'closed'], to: ['appealed'], who: ['author'] },
    close: { from: ['decided'], to: ['closed'], who: ['author', 'staff'] },
    'take-back': { from: ['asked', 'opened', 'appealed'], to: ['taken-back'], who: ['author'] },
  },
};

/** Who is asked answers with what they have seen, or with *not now*, which needs no reason. */
export const stepAsk: Kind<StepAsk> = {
  kind: 'step-ask',
  v: 1,
  words: ['title'],
  leansOn: (root) => (root?.about === undefined ? [] : [root.about]),
  transitions: {
    tell: { from: ['asked'], to: ['told'], who: ['receiver'], needs: viewOf((root) => root?.about), answers: [view] },
    'not-now': { from: ['asked'], to: ['not-now'], who: ['receiver'] },
    // Staff end it only after the views were opened or the request was taken back.
    'fall-away': {
      from: ['asked'],
      to: ['over'],
      who: ['author', 'staff'],
      needs: [
        {
          code: 'not-now',
          met: ({ root, actor, others }) => {
            const about = others.get(root?.about ?? '');
            return root?.by === actor.person || (about !== undefined && about.status !== 'asked');
          },
        },
      ],
    },
  },
};

const overStep: Need<StepView> = { code: 'not-now', met: ({ root, others }) => isOver(others.get(root?.data.step ?? '')) };
const openedStep: Need<StepView> = { code: 'not-now', met: ({ root, others }) => isOpened(others.get(root?.data.step ?? '')) };

export const stepView: Kind<StepView> = {
  kind: 'step-view',
  v: 1,
  words: ['saw'],
  leansOn: (root) => (root === undefined ? [] : [root.data.step]),
  transitions: {
    open: { from: ['kept'], to: ['open'], who: ['staff'], needs: [openedStep], shows: 'named-and-staff' },
    'fall-away': { from: ['kept', 'open'], to: ['gone'], who: ['staff', 'receiver'], needs: [overStep], shows: 'self' },
  },
};
export const stepDecision: Kind<StepDecision> = { kind: 'step-decision', v: 1, words: ['note', 'support', 'next'], transitions: {} };

const lineHasWords: Need<StepLines> = { code: 'words-missing', met: ({ input }) => Boolean(input.data?.lines?.some(hasWords)) };
const toWhomItIsAbout: Need<StepLines> = {
  code: 'one-person',
  met: ({ input, actor }) => (actor.as === 'staff' ? input.to?.length === 1 && !input.to.includes(actor.person) : !input.to?.length),
};

/** Own lines of a person (`to` is empty), or of staff to that person. The two stand beside each other; neither changes the other's words. */
export const stepLines: Kind<StepLines> = {
  kind: 'step-lines',
  v: 1,
  transitions: {
    write: {
      from: [],
      to: ['current'],
      who: ['member'],
      needs: [aboutNothing, toWhomItIsAbout, lineHasWords],
      shows: ({ input }) => (input.to?.length ? 'named-and-staff' : 'staff'),
    },
    rewrite: { from: ['current'], to: ['current'], who: ['author'], edits: true, needs: [lineHasWords] },
    end: { from: ['current'], to: ['ended'], who: ['author'] },
  },
};
