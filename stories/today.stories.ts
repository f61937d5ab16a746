import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { uuidv7 } from 'uuidv7';
import '../src/define/index.js';
import { startClock } from '../src/model/kinds/meeting/clock.js';
import type { Actor } from '../src/model/record.js';
import type { Records } from '../src/records/index.js';
import { findByRole, until } from '../src/testing/by-role.js';
import { faces, FakeHistory, kit, priya, sam, visit } from './fixtures.js';
import { type Hands, handsOn } from './peer-feedback/hands.js';
import { kept, storeOf } from './states.js';

interface Args {
  readonly actor?: Actor;
  readonly write?: (history: FakeHistory) => void;
  readonly store?: (records: Records) => Records;
  readonly others?: TemplateResult;
}

const draw = ({ actor = kit, write, store = kept, others = html`` }: Args): TemplateResult => {
  const history = new FakeHistory();
  write?.(history);
  return visit({ actor, records: storeOf(actor, history).then(store) }, html`<milieu-today></milieu-today>${others}`);
};

const meta: Meta<Args> = { title: 'Widgets/Today', component: 'milieu-today', render: draw };
export default meta;
type Story = StoryObj<Args>;
type Play = (hands: Hands) => Promise<unknown>;
const story = (args: Args, play?: Play): Story => ({
  args,
  ...(play ? { play: async ({ canvasElement }) => void (await play(handsOn(canvasElement))) } : {}),
});

/** A store that has just been checked with the backend. */
const checked = (records: Records): Records => {
  records.checked();
  return kept(records);
};

const minute = 60_000;
const act = (
  history: FakeHistory,
  person: string,
  action: string,
  kind: string,
  input: Parameters<FakeHistory['act']>[4],
  minutesAgo = 90,
): string => {
  const id = uuidv7();
  history.act(person, action, kind, id, input, Date.now() - minutesAgo * minute);
  return id;
};

/** What can wait for a resident on one day. */
const aDay = (history: FakeHistory): void => {
  act(history, 'p-05', 'send', 'feedback', { to: ['p-04'], data: { mode: 'affirm', saw: 'You showed me where the mugs are.' } });
  const duty = act(history, 's-01', 'offer', 'duty', { to: ['p-04'], data: { title: 'Set the tables', area: 'Dining room', steps: [] } });
  history.act('p-04', 'accept', 'duty', duty, {}, Date.now() - 80 * minute);
  act(history, 's-02', 'offer', 'duty', { to: ['p-04'], data: { title: 'Water the herbs', area: 'Garden', steps: [] } });
  const meeting = {
    title: 'House meeting',
    minutes: 30,
    purpose: 'To run this house together.',
    chair: 'p-17',
    agreements: [],
    place: 'Living room',
  };
  const held = act(history, 's-01', 'plan', 'meeting', { data: { ...meeting, startsAt: new Date(Date.now() - 5 * minute).toISOString() } });
  const clock = startClock('another-screen', '', 240, { by: 'p-17', now: Date.now() - 4 * minute });
  history.act('p-17', 'open', 'meeting', held, { moves: { clock } }, Date.now() - 4 * minute);
};

/** What can wait for staff. */
const aShift = (history: FakeHistory): void => {
  act(history, 'p-04', 'ask', 'help', { data: { need: 'talk', place: 'Garden' } }, 1);
  const reminder = { mode: 'remind', saw: 'The radio was on at night.', strength: 'You look out for others.', next: 'Please use the headphones.' };
  act(history, 'p-05', 'send', 'feedback', { to: ['p-04'], data: reminder }, 50);
  const duty = act(history, 's-01', 'offer', 'duty', { to: ['p-09'], data: { title: 'Set the tables', steps: [] } }, 200);
  const help = [{ id: uuidv7(), kind: 'duty-note', data: { note: 'Could someone show me?' } }];
  history.act('p-09', 'ask-help', 'duty', duty, { answers: help }, Date.now() - 30 * minute);
  act(history, 'p-12', 'propose', 'item', { data: { title: 'Could the heating come on earlier?', kind: 'request' } }, 26 * 60);
};

/** After six weeks of records, as the person in the toolbar sees it. */
export const InUse: Story = {
  render: (_args, { globals }) =>
    visit({ actor: faces[String(globals['person'])] ?? sam, history: FakeHistory.afterSixWeeks() }, html`<milieu-today></milieu-today>`),
};

/** In quiet hours nothing says that feedback has come, nor that nothing has. */
export const QuietHours: Story = {
  args: {
    write: (history) => void act(history, 'p-05', 'send', 'feedback', { to: ['p-04'], data: { mode: 'affirm', saw: 'You showed me the mugs.' } }),
  },
  play: async ({ canvasElement }) => {
    (await until(() => canvasElement.querySelector('milieu-community'))).policy = { quiet: { from: '14:00', to: '16:30' } };
    await findByRole(canvasElement, 'heading', /^Quiet hours until/);
  },
};
/** Each line has one way on. A job of today is done from here. */
export const ADay = story({ write: aDay });
/** Nothing waits. It says what will be here. */
export const Nothing = story({});
/** A job was done with one press. It can be taken back. */
export const JobDone = story({ write: aDay }, ({ press }) => press('Done'));
/** For staff: what waits for an answer, since when, and the next act. */
export const ShiftSheet = story({ actor: priya, write: aShift, store: checked });
/** Nothing waits, and that was checked a moment ago. */
export const ShiftWithNothing = story({ actor: priya, store: checked });
/** Folded widgets below the day: a phone shows the whole page in three screens. */
export const PhonePage = story({
  write: aDay,
  others: html`<milieu-peer-feedback fold="always"></milieu-peer-feedback><milieu-meeting-agenda fold="always"></milieu-meeting-agenda
    ><milieu-responsibility-ladder fold="always"></milieu-responsibility-ladder><milieu-coping-card fold="always"></milieu-coping-card>`,
});
