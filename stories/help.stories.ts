import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { uuidv7 } from 'uuidv7';
import '../src/define/help.js';
import '../src/define/peer-feedback.js';
import type { MilieuCommunity, MilieuDeliverEvent } from '../src/elements/community/index.js';
import type { Actor, MilieuRecord } from '../src/model/record.js';
import type { Records } from '../src/records/index.js';
import { findByRole, findByText, findInText } from '../src/testing/by-role.js';
import { faces, kit, priya, FakeHistory, visit } from './fixtures.js';
import { type Hands, handsOn } from './peer-feedback/hands.js';
import { failing, hurry, kept, offline, storeOf } from './states.js';

interface Args {
  readonly actor?: Actor;
  /** What the host does with the call; default nobody listens. */
  readonly answer?: (event: MilieuDeliverEvent) => void;
  readonly write?: (history: FakeHistory) => void;
  readonly store?: (records: Records) => Records;
}

const draw = ({ actor = kit, answer, write, store = kept }: Args): TemplateResult => {
  const history = new FakeHistory();
  write?.(history);
  const inside = visit({ actor, records: storeOf(actor, history).then(store) }, html`<milieu-help></milieu-help>`);
  return html`<div @milieu-deliver=${(event: MilieuDeliverEvent): void => answer?.(event)}>${inside}</div>`;
};

const meta: Meta<Args> = { title: 'Widgets/Help', component: 'milieu-help', render: draw };
export default meta;
type Story = StoryObj<Args>;

type Play = (hands: Hands, page: HTMLElement) => Promise<unknown>;
const story = (args: Args, play?: Play, more: Partial<Story> = {}): Story => ({
  args,
  ...(play ? { play: async ({ canvasElement }) => void (await play(handsOn(canvasElement), canvasElement)) } : {}),
  ...more,
});

const ask: Play = ({ press }) => press('Ask staff to come');
const taken = (event: MilieuDeliverEvent): void => event.waitUntil(Promise.resolve(new Response(null, { status: 204 })));
const noAnswer = (event: MilieuDeliverEvent): void => event.waitUntil(new Promise(() => undefined));
const call = (history: FakeHistory, person: string, minutesAgo: number, data: Readonly<Record<string, unknown>>): MilieuRecord =>
  history.act(person, 'ask', 'help', uuidv7(), { data }, Date.now() - minutesAgo * 60_000);
const three = (history: FakeHistory): void => {
  call(history, 'p-04', 4, { need: 'come', place: 'Garden, by the shed' });
  call(history, 'p-02', 1, { need: 'worried', text: 'Jo has not eaten today and does not answer at the door.' });
  const first = call(history, 'p-09', 25, { need: 'talk' });
  history.act('s-02', 'see', 'help', first.id, { answers: [{ id: uuidv7(), kind: 'help-reply', data: { note: '' } }] });
};

/** A page of staff without the call for help. */
const staffPage = (write: (history: FakeHistory) => void): TemplateResult => {
  const history = new FakeHistory();
  write(history);
  return visit({ actor: priya, records: storeOf(priya, history).then(kept) }, html`<milieu-peer-feedback></milieu-peer-feedback>`);
};

/** What Priya answers on her own screen. */
const replyTo = (asked: MilieuRecord): MilieuRecord => ({
  ...asked,
  id: uuidv7(),
  kind: 'help-reply',
  by: priya.person,
  to: [asked.by],
  about: asked.id,
  visibility: 'named-and-staff',
  status: 'given',
  rev: 1,
  data: { note: '' },
});

/** After six weeks of records, as the person in the toolbar sees it; nobody listens on this page, and it says so. */
export const InUse: Story = {
  render: (_args, { globals }) =>
    visit({ actor: faces[String(globals['person'])] ?? kit, history: FakeHistory.afterSixWeeks() }, html`<milieu-help></milieu-help>`),
};

/** One question, one filled button. */
export const Ready = story({});
/** The host has taken the call, and nobody has answered yet. */
export const Asking = story({ answer: noAnswer }, ask);
/** The host's backend has the call. Nobody has seen it yet, and it says so. */
export const Received = story({ answer: taken }, ask);
/** A person has seen it, and is named. */
export const SeenByStaff = story({ answer: taken }, async (hands, page) => {
  await ask(hands, page);
  await hands.see(/Nobody has seen it yet/);
  const records = page.querySelector<MilieuCommunity>('milieu-community')?.records;
  const [asked] = (await records?.list({ kind: 'help', by: kit.person })) ?? [];
  if (asked) await records?.apply([replyTo(asked.record)]);
});
/** Staff have dealt with it. Asking again is one tap. */
export const DealtWith = story({ answer: taken }, async (hands, page) => {
  await ask(hands, page);
  await hands.see(/Nobody has seen it yet/);
  const records = page.querySelector<MilieuCommunity>('milieu-community')?.records;
  const [asked] = (await records?.list({ kind: 'help', by: kit.person })) ?? [];
  if (asked) await records?.apply([{ ...asked.record, status: 'closed', rev: 2 }, replyTo(asked.record)]);
  await hands.see(/dealt with/);
});
/** A call that nobody has seen for more than five minutes: it never looks settled. */
export const UnseenForLong = story({ write: (history) => void call(history, kit.person, 6, { need: 'come' }) }, ({ see }) =>
  see(/Nobody has seen your call yet/),
);
/** A call of one's own, and a worry about somebody else: each stands by itself. */
export const TwoCalls = story({ answer: taken }, async (hands, page) => {
  await ask(hands, page);
  await hands.see(/Nobody has seen it yet/);
  await hands.press('I’m worried about someone');
  await hands.press('Tell staff');
  await hands.see(/About someone else/);
});
/** Nobody listens: within a second the sheet turns over and says where staff are. */
export const NobodyTold = story({}, ask);
/** Offline nobody can be told, and it says that first. */
export const Offline = story({}, ask, { beforeEach: () => offline() });
/** The host tried and could not. */
export const NotThrough = story({ answer: (event) => event.waitUntil(Promise.reject(new TypeError('no network'))) }, ask);
/** After twenty seconds without an answer it says so. */
export const NoAnswer = story({ answer: noAnswer }, ask, { beforeEach: () => hurry(20_000) });
/** The call was taken back before anybody saw it. */
export const TakenBack = story({ answer: taken }, async (hands, page) => {
  await ask(hands, page);
  await hands.press('Cancel my call');
});
/** Nobody took the call, so nothing more is promised. */
export const NotSetUp = story({}, async (hands, page) => {
  await ask(hands, page);
  await hands.press('Cancel my call');
});
/** Alone on a page that has said nothing about help: the way to a person comes first. */
export const Alone: Story = { render: () => html`<milieu-help></milieu-help>` };
/** A full device does not stop a call. */
export const DeviceFull = story({ answer: taken, store: (records) => failing(kept(records)) }, ask);
/** Names of people, and only phone numbers that the host gave. */
export const PeopleToCall = story({}, ({ press }) => press('People to call'));
/** A worry about somebody else; only staff read it. */
export const WorriedAboutSomeone = story({}, ({ press }) => press('I’m worried about someone'));
/** The host can add its own words. */
export const WordsOfTheHouse: Story = {
  render: () => visit({ actor: kit }, html`<milieu-help><p>At night, ring the bell at the office door.</p></milieu-help>`),
};

const raised = (history: FakeHistory, to: readonly string[] = ['s-02'], text = 'The night door was locked from outside.'): MilieuRecord =>
  history.act(kit.person, 'raise', 'concern', uuidv7(), { to, data: { text } }, Date.now() - 26 * 60 * 60_000);
const answered = (history: FakeHistory): void => {
  const { id } = raised(history);
  history.act('s-01', 'read', 'concern', id, {});
  history.act('s-01', 'answer', 'concern', id, { answers: [{ id: uuidv7(), kind: 'concern-reply', data: { note: 'There is a second key now.' } }] });
  raised(history, [], 'The shower is cold in the morning.');
};
const tick = async (page: HTMLElement, name: string): Promise<void> => (await findByRole(page, 'checkbox', name)).click();
/** Before a person writes, they read who can read it. */
export const RaiseAConcern = story({}, async ({ press }, page) => {
  await press('I have a concern');
  await findByRole(page, 'checkbox', 'Priya Nair');
});
/** Whom it names cannot read it, and the page says so before a word is written. */
export const RoundAMemberOfStaff = story({}, async ({ press }, page) => {
  await press('I have a concern');
  await tick(page, 'Priya Nair');
  await findInText(page, /Priya Nair can’t read this/);
});
/** Everybody on the staff is named: it says that nobody could read it, keeps the words, and shows the people to call. */
export const NobodyCouldReadIt = story({}, async ({ press }, page) => {
  await press('I have a concern');
  await findByRole(page, 'checkbox', 'Priya Nair');
  const community = page.querySelector<MilieuCommunity>('milieu-community');
  if (community) community.people = community.people.filter(({ id, as }) => as !== 'staff' || id === priya.person);
  await tick(page, 'Priya Nair');
  await findInText(page, /Nobody here could read this/);
});
/** It is saved, and says that staff do not have it before it is sent. */
export const ConcernSaved = story({}, async ({ press, type, see }) => {
  await press('I have a concern');
  await type('What isn’t right?', 'The night door was locked from outside.');
  await press('Send to staff');
  await see('Saved for staff');
});
/** The person reads who answered, and what. */
export const OwnConcerns = story({ write: answered }, async ({ press }, page) => {
  await press('I have a concern');
  await findInText(page, 'There is a second key now.');
});
/** Staff whom it does not name see it folded below the calls. */
export const ConcernsForStaff = story({ actor: priya, write: answered }, ({ see }) => see('Concerns'));
/** One is opened, with its form for an answer. */
export const ConcernOpened = story({ actor: priya, write: (history) => void raised(history) }, async (_hands, page) => {
  (await findByText(page, 'From Kit Okafor')).click();
  await findInText(page, /who can’t read this/);
});

/** What staff see: who waits, the longest first, and below it what is seen and still open. */
export const ForStaff = story({ actor: priya, write: three });
/** On another page of staff: a call that nobody has seen for two minutes, at the head of the page. */
export const StripForStaff: Story = {
  render: () => staffPage((history) => void call(history, 'p-04', 3, { need: 'come', place: 'Garden, by the shed' })),
  play: async ({ canvasElement }) => void (await handsOn(canvasElement).see(/asked staff to come/)),
};
/** After five minutes it is loudest, with whom to call; a second call stands below it. */
export const LoudestForStaff: Story = {
  render: () =>
    staffPage((history) => {
      call(history, 'p-04', 6, { need: 'come', place: 'Garden, by the shed' });
      call(history, 'p-02', 3, { need: 'worried', text: 'Jo has not eaten today and does not answer at the door.' });
    }),
  play: async ({ canvasElement }) => void (await handsOn(canvasElement).see(/Nobody has seen the call from Kit/)),
};
/** It was answered at the head of the page, and stays there until it is dealt with or hidden. */
export const AnsweredInTheStrip: Story = {
  render: () => staffPage((history) => void call(history, 'p-04', 3, { need: 'come' })),
  play: async ({ canvasElement }) => {
    const hands = handsOn(canvasElement);
    await hands.see(/asked staff to come/);
    await hands.press('I’m on my way');
    await hands.see(/You answered Kit/);
  },
};
/** The caller reads who comes, and their words. */
export const OnTheWay = story({ answer: taken }, async (hands, page) => {
  await ask(hands, page);
  await hands.see(/Nobody has seen it yet/);
  const community = page.querySelector<MilieuCommunity>('milieu-community');
  if (community) community.people = community.people.map((person) => (person.id === priya.person ? { ...person, note: 'nurse' } : person));
  const [asked] = (await community?.records?.list({ kind: 'help', by: kit.person })) ?? [];
  if (asked) await community?.records?.apply([{ ...replyTo(asked.record), data: { note: 'I’m coming, two minutes', coming: true } }]);
  await hands.see(/On the way/);
});
/** Nobody waits. */
export const NobodyWaits = story({ actor: priya });
/** It is seen: the person who called reads that on their own screen. */
export const StaffHaveSeenIt = story({ actor: priya, write: (history) => void call(history, 'p-04', 4, { need: 'come' }) }, ({ press }) =>
  press('I’ve seen it'),
);
