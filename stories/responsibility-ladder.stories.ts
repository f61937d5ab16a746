import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import '../src/define/responsibility-ladder.js';
import type { Circle } from '../src/elements/responsibility-ladder/index.js';
import type { Actor } from '../src/model/record.js';
import type { Records } from '../src/records/index.js';
import { viewChoice } from './choices.js';
import { press } from './coping-card/practices.js';
import { ana, faces, FakeHistory, visit } from './fixtures.js';
import { type Hands, handsOn } from './peer-feedback/hands.js';
import { explain, give, longCircles, longDuty, myPart, myWeek, place, praise, say } from './responsibility-ladder/given.js';
import { type Backend, broken, failing, kept, locked, offline, opening, readOnly, saving, storeOf } from './states.js';

interface Args {
  /** Pins one page; unset, the person moves between them. */
  readonly view?: 'part' | 'carry';
  readonly actor?: Actor;
  /** The host's own circles. */
  readonly circles?: readonly Circle[];
  readonly write?: (history: FakeHistory) => void;
  /** Another state of the store; default on the disk and locked. */
  readonly store?: (records: Records) => Records;
  readonly backend?: Backend;
}

const draw = ({ view, actor = ana, circles, write, store = kept, backend }: Args): TemplateResult => {
  const history = new FakeHistory();
  write?.(history);
  return visit(
    { actor, records: storeOf(actor, history, backend).then(store) },
    html`<milieu-responsibility-ladder view=${ifDefined(view)} .circles=${circles}></milieu-responsibility-ladder>`,
  );
};

const meta: Meta<Args> = {
  title: 'Widgets/Responsibility ladder',
  component: 'milieu-responsibility-ladder',
  argTypes: { view: viewChoice('milieu-responsibility-ladder') },
  render: draw,
};
export default meta;
type Story = StoryObj<Args>;

const story = (args: Args, play?: (hands: Hands, page: HTMLElement) => Promise<unknown>, more: Partial<Story> = {}): Story => ({
  args,
  ...(play ? { play: async ({ canvasElement }) => void (await play(handsOn(canvasElement), canvasElement)) } : {}),
  ...more,
});
const part = (write?: Args['write'], more: Args = {}): Args => ({ view: 'part', ...(write ? { write } : {}), ...more });
const carry = (write?: Args['write'], more: Args = {}): Args => ({ view: 'carry', ...(write ? { write } : {}), ...more });
const one = (history: FakeHistory): void => say(history, 'p-02', 'accept', give(history, 'Water the plants', { due: 1 }));
const done = (hands: Hands): Promise<void> => hands.press('Done');

/** After six weeks of records, as the person in the toolbar sees it. */
export const InUse: Story = {
  render: ({ view }, { globals }) => {
    const actor = faces[String(globals['person'])] ?? ana;
    return visit(
      { actor, history: FakeHistory.afterSixWeeks() },
      html`<milieu-responsibility-ladder view=${ifDefined(view)}></milieu-responsibility-ladder>`,
    );
  },
};

/** Strengths first, then the circles; what is the same for everyone always stands under them. */
export const MyPart = story(part(myPart));
/** On the first day the circle is ready, and nobody is asked to look ahead. */
export const FirstDay = story(part());
/** A pause keeps the placement, and one press ends it. */
export const Resting = story(part((history) => void history.act('p-02', 'rest', 'placement', place(history, 'supporting'))));
/** Staff paused a part: why stands on the page of its person, until the pause is over. */
export const WhyItIsPaused = story(
  part((history) => explain(history, 'rest', 'placement', place(history, 'supporting'), 'You asked for a quiet week.')),
);
/** A part has ended: why stands there for 30 days. */
export const WhyItHasEnded = story(
  part((history) => explain(history, 'end', 'placement', place(history, 'caring', { reason: '' }), 'You moved on to the breakfast crew.')),
);
/** The widest circle has no next one. */
export const TheWidestCircle = story(part((history) => void place(history, 'bridging', { reason: '' })));
/** Two parts next to each other; neither is above the other. */
export const TwoParts = story(
  part((history) => {
    place(history, 'caring', { reason: '', days: 30 });
    place(history, 'contributing');
  }),
);
/** What could come next is a text to talk about, opened by the person. */
export const WhatCouldComeNext = story(part(myPart), (_hands, page) => press(page, 'What could come next: “Supporting others”'));
/** A host's own circles, with the longest names there may be. */
export const OwnCircles = story(part((history) => void place(history, 'own-2'), { circles: longCircles }));
/** More words than usual, from people and in what was decided. */
export const LongWords = story(
  part((history) => {
    praise(history, 'p-05', 'You notice when somebody goes quiet at the table, and you sit down beside them without making a thing of it.');
    place(history, 'contributing', {
      reason:
        'You said that mornings are your best time and that evenings are long. So we start with breakfast crew on Monday, Wednesday and Friday, with Kit beside you for the first two weeks. If it is too much you tell one of us, and we look for something smaller. Thursdays stay free for your group.',
    });
  }),
);
/** The circle that was agreed on is not in the host's list any more: the page says what to do. */
export const CircleIsGone = story(part((history) => void place(history, 'own-9')));
/** Invalid circles are reported, and none is drawn. */
export const CirclesThatDoNotFit = story(part(undefined, { circles: longCircles.map((circle) => ({ ...circle, purpose: '' })) }));
/** A relative sees what the circles are, and nobody's part. */
export const ForFamily = story({ actor: { person: 'f-01', as: 'family' } });

/** Every action on a duty is one press; done is one press, with Undo. */
export const WhatICarry = story(carry(myWeek));
/** One alone still looks like a list. */
export const OneThing = story(carry(one));
/** Staff took a job back: its person reads why, for a week. */
export const WhyAJobWasTakenBack = story(
  carry((history) => explain(history, 'close', 'duty', give(history, 'Water the plants', { due: 1 }), 'The plants went to the day room.')),
);
/** There are no duties, and the page says so without blame. */
export const NothingToCarry = story(carry());
/** The same work twice on one day: when it was given out tells them apart. */
export const AlikeOnOneDay = story(
  carry((history) => {
    for (const ago of [420, 60]) say(history, 'p-02', 'accept', give(history, 'Set the tables', { due: 0, ago }));
  }),
);
/** As long as every field allows, with its directions open. */
export const LongDuty = story(
  carry((history) => void give(history, longDuty.title, { duty: longDuty, due: 3 })),
  (_hands, page) => press(page, 'How to do it'),
);
/** A few words to staff may be added; who reads them is said first. */
export const AskForHelp = story(carry(one), ({ press }) => press('Ask for help with this'));
/** Saying no needs no reason. */
export const NotThisOne = story(carry(one), ({ press }) => press('Not this one'));
/** After it is done: a number, words, or neither. */
export const HowItWas = story(
  carry((history) => say(history, 'p-02', 'finish', give(history, 'Set the tables', { due: 0 }))),
  async ({ choose, type }, page) => {
    await press(page, 'Say how it went, if you like');
    await choose('7');
    await type('What went well? What was hard?', 'Counting the places went well. The jugs are heavy.');
  },
);
/** An empty form is reported at the field, in a sentence. */
export const NothingToldYet = story(
  carry((history) => say(history, 'p-02', 'finish', give(history, 'Set the tables', { due: 0 }))),
  async (hands, page) => {
    await press(page, 'Say how it went, if you like');
    await hands.press('Tell staff');
  },
);

/** “Saving” changes to “saved” only when the record is on the disk. */
export const Saving = story(carry(one, { store: (records) => saving(kept(records)) }), done);
/** Saved is not sent, and the line says which. */
export const SavedAndWaiting = story(carry(one), done);
/** The tick is only shown after the backend confirmed it. */
export const SentAtOnce = story(carry(one, { backend: 'takes' }), done);
/** The device is full: nothing has changed, and the line says so. */
export const DeviceFull = story(carry(one, { store: (records) => failing(kept(records)) }), done);
/** A duty can be done offline. */
export const Offline = story(carry(one), done, { beforeEach: () => offline() });
/** The store is still opening. */
export const Opening = story(part(myPart, { store: opening }));
/** A key is needed; what was written is safe. */
export const Locked = story(part(myPart, { store: locked }));
/** Another tab still has an older version open. */
export const CouldNotOpen = story(part(myPart, { store: broken }));
/** A newer version of the page was used here: everything can be read, and no button is without effect. */
export const ReadOnly = story(carry(myWeek, { store: readOnly }));
/** Gone when the page closes, and the line says so. */
export const ThisPageOnly = story(part(myPart, { store: (records) => records }));
