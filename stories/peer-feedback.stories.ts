import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import '../src/define/peer-feedback.js';
import type { Person } from '../src/elements/community/index.js';
import type { Actor, As } from '../src/model/record.js';
import { findInText } from '../src/testing/by-role.js';
import type { Records } from '../src/records/index.js';
import { viewChoice } from './choices.js';
import { anas } from '../examples/synthetic/hard-days.js';
import { ana, faces, hope, people, FakeHistory, visit } from './fixtures.js';
import { type Hands, handsOn } from './peer-feedback/hands.js';
import {
  affirmation,
  fiveOfAna,
  longest,
  readingAsked,
  reminder,
  reply,
  review,
  short,
  talkWithTime,
  tell,
  threeForAna,
} from './peer-feedback/slips.js';
import { type Backend, broken, failing, kept, locked, offline, opening, readOnly, saving, storeOf, unreadable } from './states.js';

interface Args {
  /** Pins one page; unset, the person moves between them. */
  readonly view?: 'write' | 'inbox' | 'sent' | 'queue';
  readonly actor?: Actor;
  /** A small house, so that everybody is shown at once. */
  readonly few?: boolean;
  readonly people?: readonly Person[];
  readonly write?: (history: FakeHistory) => void;
  /** Another state of the store; default on the disk and locked. */
  readonly store?: (records: Records) => Records;
  readonly backend?: Backend;
}

const draw = ({ view, actor = ana, few, people: given, write, store = kept, backend }: Args): TemplateResult => {
  const history = new FakeHistory();
  write?.(history);
  return visit(
    { actor, people: given ?? (few ? people.slice(2, 6) : undefined), records: storeOf(actor, history, backend).then(store) },
    html`<milieu-peer-feedback view=${ifDefined(view)}></milieu-peer-feedback>`,
  );
};

const meta: Meta<Args> = {
  title: 'Widgets/Peer feedback',
  component: 'milieu-peer-feedback',
  argTypes: { view: viewChoice('milieu-peer-feedback') },
  render: draw,
};
export default meta;
type Story = StoryObj<Args>;

const story = (args: Args, play?: (hands: Hands, page: HTMLElement) => Promise<unknown>, more: Partial<Story> = {}): Story => ({
  args,
  ...(play ? { play: async ({ canvasElement }) => void (await play(handsOn(canvasElement), canvasElement)) } : {}),
  ...more,
});

const seen = 'What did you see?';
async function affirm({ choose, type }: Hands): Promise<void> {
  await choose('Hope Tanaka');
  await type(seen, affirmation.saw);
}
async function send(hands: Hands): Promise<void> {
  await affirm(hands);
  await hands.press('Send to Hope Tanaka');
}
async function remind({ choose, type }: Hands): Promise<void> {
  await choose(/^A reminder/);
  await choose('Jo Marsh');
  await type(seen, reminder.saw);
  await customElements.whenDefined('milieu-feedback-tone');
}
const own = { view: 'write', few: true } as const;

/** After six weeks of records, as the person in the toolbar sees it. */
export const InUse: Story = {
  render: ({ view }, { globals }) => {
    const actor = faces[String(globals['person'])] ?? ana;
    return visit({ actor, history: FakeHistory.afterSixWeeks() }, html`<milieu-peer-feedback view=${ifDefined(view)}></milieu-peer-feedback>`);
  },
};

/** A name, one sentence, Send: the shortest way to say something kind. */
export const Write = story(own);
/** Three people are called Ana. Where the whole name is the same, a note of the host tells them apart. */
export const ThreeCalledAna = story({ view: 'write', actor: hope, people: anas }, ({ choose }) => choose(/^Ana Lindqvist.*street side/));
/** A long list of people: a name can be typed. */
export const WriteToOneOfMany = story({ view: 'write' });
/** Who will read it is said before a word is written, and the button says to whom it goes. */
export const Filled = story(own, affirm);
/** Talking comes first: a reminder may not need to be written at all. */
export const Reminder = story(own, remind);
/** What may hurt is pointed out while it is written. It is never stopped, and anyone can turn it off. */
export const HurtfulWords = story(own, async (hands, page) => {
  await remind(hands);
  await hands.type(seen, 'Thanks for the soup, but you always leave the pot. You are so lazy.');
  await findInText(page, '“always”');
});
/** The host does not allow it, and says why. Every word stays. */
export const NotAllowed = story(own, async (hands, page) => {
  page.addEventListener('milieu-before-save', (event) => event.veto('The house is closed this week. Please talk with staff.'), { once: true });
  await send(hands);
  await findInText(page, 'The house is closed this week.');
});
/** One press asks for a talk. It is said above the form, and what was typed stays. */
export const TalkAskedFor = story(own, async (hands, page) => {
  page.addEventListener('milieu-deliver', (event) => event.waitUntil(Promise.resolve(new Response(null, { status: 204 }))), { once: true });
  await remind(hands);
  await hands.press('Talk it through with staff');
  await hands.see(/Nobody has seen it yet/);
});
/** Before it goes, it can be read as the other person will read it. */
export const SeenAsTheyWill = story(own, async (hands) => {
  await affirm(hands);
  await hands.press('See it as Hope Tanaka will');
});
/** Nothing typed is lost, and each thing to add is one press away. */
export const ThingsToAdd = story(own, async (hands) => {
  await remind(hands);
  await hands.press('Send to staff');
});
/** All fields, with as much text as they allow. */
export const LongWords = story(own, async ({ choose, press, type }) => {
  await choose('Hope Tanaka');
  await press('Say more');
  await type(seen, longest.saw);
  await type('Where and when?', longest.where ?? '');
  await type(/^How did it affect/, longest.effect ?? '');
  await type(/^A strength/, longest.strength ?? '');
});
/** “Saving” changes to “saved” only when the record is on the disk. */
export const Saving = story({ ...own, store: (records) => saving(kept(records)) }, send);
/** Saved is not sent, and the line says which. */
export const SavedAndWaiting = story(own, send);
/** The tick is only shown after the backend confirmed it. */
export const SentAtOnce = story({ ...own, backend: 'takes' }, send);
/** Said in person: no text is stored. */
export const SaidInPerson = story(own, async (hands) => {
  await remind(hands);
  await hands.press(/say it in person/);
});
/** The words stay in the form while the device is full. */
export const DeviceFull = story({ ...own, store: (records) => failing(kept(records)) }, send);
/** Writing goes on offline. */
export const Offline = story(own, send, { beforeEach: () => offline() });
/** Nobody to choose from: the page says so before anybody writes. */
export const NobodyToChoose = story({ view: 'write', people: [] });

/** Rows stay closed until they are opened; opening one tells nobody. */
export const ForYou = story({ view: 'inbox', write: threeForAna });
/** One alone still looks like a list. */
export const OneForYou = story({ view: 'inbox', write: (history) => void tell(history, 'p-04', 'p-02', affirmation, 90) });
/** More than one page: older ones are shown on request. */
export const ManyForYou = story({
  view: 'inbox',
  write: (history) => {
    for (let each = 30; each > 0; each -= 1) tell(history, each % 3 ? 'p-04' : 'p-05', 'p-02', short, each * 260);
  },
});
/** Nothing has come yet: one thing to do instead. */
export const NothingForYou = story({}, ({ press }) => press('For you'));
/** The words themselves are the largest thing in the view. */
export const OpenedAffirmation = story({ view: 'inbox', write: threeForAna }, ({ press }) => press(/^Open: New affirmation/));
/** The possible answers are under the tear line, and none is required. */
export const OpenedReminder = story({ view: 'inbox', write: threeForAna }, ({ press }) => press(/^Read it now: New reminder/));
/** The longest slip that fits. */
export const OpenedLong = story({ view: 'inbox', write: (history) => void tell(history, 'p-04', 'p-02', longest, 90) }, ({ press }) =>
  press(/^Open/),
);
/** Asked to read it with staff there: it stays closed, and can still be opened alone. */
export const ToReadWithStaff = story({ view: 'inbox', write: readingAsked });
/** Seeing it differently is an answer like any other; staff sit with both. */
export const SeeItDifferently = story({ view: 'inbox', write: threeForAna }, async ({ press }) => {
  await press(/^Read it now: New reminder/);
  await press('I see it differently');
});
/** Staff have set a time for the talk that was asked for. The author reads the same sentence. */
export const TalkWithTime = story({ view: 'inbox', write: talkWithTime }, async ({ press }) => {
  await press(/^Open: Reminder/);
});
/** Telling staff needs no reason, and the author of the feedback does not read it. */
export const NotOk = story({ view: 'inbox', write: threeForAna }, async ({ press }) => {
  await press(/^Open: New affirmation/);
  await press('This does not feel OK');
});
/** Staff looked at a report and wrote to the person who made it. */
export const StaffAnswered = story(
  {
    view: 'inbox',
    write: (history) => {
      const id = tell(history, 'p-04', 'p-02', { mode: 'affirm', saw: 'Is that a new haircut?' }, 300);
      reply(history, 'p-02', 'report', id, 'I do not want comments on how I look.');
      review(history, 'let-stand', id, 'I talked with Kit. It will not come again. Come and see me if it does.');
    },
  },
  ({ press }) => press(/^Open/),
);

/** One sentence for each says what happened to it. */
export const Sent = story({ view: 'sent', write: fiveOfAna });
/** Said in person: one press when it was said. Its words were never written. */
export const SentInPerson = story(
  {
    view: 'sent',
    write: (history) => {
      tell(history, 'p-02', 'p-04', { mode: 'remind', saw: '', inPerson: true }, 2000);
      tell(history, 'p-02', 'p-03', { mode: 'remind', saw: '', inPerson: true }, 40);
    },
  },
  ({ press }) => press('I’ve said it to Kit Okafor'),
);
/** Nothing sent yet. */
export const NothingSent = story({}, ({ press }) => press('Sent'));
/** Staff ask for other words, and say why. */
export const AskedForOtherWords = story({ view: 'sent', write: fiveOfAna }, async ({ press }) => press(/^Open: Reminder for Jo Marsh\. (?!Today)/));
/** The old text is in the form, and what staff said is above it. */
export const Rewriting = story({ view: 'sent', write: fiveOfAna }, async ({ press }) => {
  await press(/^Open: Reminder for Jo Marsh\. (?!Today)/);
  await press('Change the words');
});
/** The backend rejected it: the text is still here. */
export const NotTaken = story({ few: true, backend: 'refuses' }, async (hands) => {
  await send(hands);
  await hands.press('See what could not be sent');
});
/** Changed in two places: both versions are shown until the person chooses. */
export const TwoVersions = story({ write: fiveOfAna, backend: 'has-other-words' }, async (hands) => {
  await hands.press('Sent');
  await hands.press(/^Open: Reminder for Jo Marsh\. (?!Today)/);
  await hands.press('Change the words');
  await hands.type(seen, 'On Monday the radio was on after ten. I could hear it through the wall.');
  await hands.press('Send it to staff again');
  await hands.press('See what could not be sent');
});

/** The store is still opening. */
export const Opening = story({ view: 'inbox', store: opening });
/** A key is needed; what was written is safe. */
export const Locked = story({ store: locked });
/** Another tab still has an older version open. */
export const CouldNotOpen = story({ view: 'inbox', store: broken });
/** One record cannot be read: the list says so. */
export const ListRefused = story({ view: 'inbox', store: (records) => unreadable(kept(records)) });
/** A newer version of the page was used here: everything can be read, nothing written. */
export const ReadOnly = story({ view: 'inbox', write: threeForAna, store: readOnly });
/** Gone when the page closes, and the line says so before anything is written. */
export const ThisPageOnly = story({ ...own, store: (records) => records });
/** A guest: feedback is for those who live or work here. */
export const ForGuests = story({ actor: { person: 'g-01', as: 'guest' as As }, people: [] });
