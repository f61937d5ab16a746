import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { uuidv7 } from 'uuidv7';
import '../../src/define/responsibility-ladder.js';
import type { Actor, Data } from '../../src/model/record.js';
import { ana, FakeHistory, priya, visit } from '../fixtures.js';
import { kept, storeOf } from '../states.js';
import { myPart } from './given.js';

interface Args {
  readonly actor?: Actor;
  readonly write?: (history: FakeHistory) => void;
}

const draw = ({ actor = ana, write }: Args): TemplateResult => {
  const history = new FakeHistory();
  myPart(history);
  write?.(history);
  return visit(
    { actor, records: storeOf(actor, history).then(kept) },
    html`<milieu-responsibility-ladder view="step"></milieu-responsibility-ladder>`,
  );
};

const meta: Meta<Args> = { title: 'Widgets/Responsibility ladder/A next step', component: 'milieu-responsibility-ladder', render: draw };
export default meta;
type Story = StoryObj<Args>;
const story = (args: Args): Story => ({ args });

const title = 'Supporting others';
const answer = (
  kind: string,
  data: Data,
  to: readonly string[] = [],
): { readonly id: string; readonly kind: string; readonly to: readonly string[]; readonly data: Data } => ({
  id: uuidv7(),
  kind,
  to,
  data,
});

/** A person asks two others, with one example of their own. @returns the ids of the request and of what each is asked */
function ask(history: FakeHistory, by: string, ...peers: readonly string[]): { readonly step: string; readonly asks: readonly string[] } {
  const step = uuidv7();
  const asks = peers.map((peer) => answer('step-ask', { title }, [peer]));
  const examples = [
    { line: 'You can say what went well and what was hard.', words: 'I told the crew that evenings are hard, and we changed the plan.' },
  ];
  history.act(by, 'ask', 'step', step, { data: { circle: 'supporting', title, examples }, answers: asks });
  return { step, asks: asks.map(({ id }) => id) };
}

function gathered(history: FakeHistory): string {
  const { step, asks } = ask(history, 'p-02', 'p-05');
  const saw = (words: string): Data => ({ step, saw: words });
  history.act('p-05', 'tell', 'step-ask', asks[0]!, { answers: [answer('step-view', saw('You showed me where the cups are on my first day.'))] });
  history.act('s-01', 'add-view', 'step', step, { answers: [answer('step-view', saw('You told the crew in time when you were ill.'))] });
  return step;
}

function opened(history: FakeHistory): string {
  const step = gathered(history);
  history.act('s-01', 'open-now', 'step', step);
  for (const { kind, id } of history.records) if (kind === 'step-view') history.act('s-01', 'open', 'step-view', id);
  return step;
}

function decided(history: FakeHistory, data: Data): void {
  const step = opened(history);
  history.act('s-01', 'decide', 'step', step, { answers: [answer('step-decision', data)] });
}

/** The form: what for, own examples if they like, and who could say what they have seen. */
export const Asking = story({});
/** Who is asked reads what it is about. “Not now” needs no reason. */
export const AskedWhatISaw = story({ write: (history) => void ask(history, 'p-05', 'p-02') });
/** Nobody reads one answer alone. */
export const NotAnsweredYet = story({ write: (history) => void ask(history, 'p-02', 'p-05', 'p-03') });
/** *Not yet* has a reason, one next thing, a day, and whom to call. */
export const NotYet = story({
  write: (history) => {
    const on = new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10);
    decided(history, { outcome: 'not-yet', note: 'Evenings are still long for you.', next: 'One evening with the crew, with Kit beside you.', on });
  },
});
/** A *yes* with the support that was agreed on. It moves nobody: staff write the part. */
export const YesWithSupport = story({
  write: (history) => decided(history, { outcome: 'with-support', note: 'You notice who is new.', support: 'A talk with Priya every week.' }),
});
/** Staff have what others saw, and it stays closed until all of it is opened. */
export const ForStaffGathering = story({ actor: priya, write: (history) => void ask(history, 'p-02', 'p-05') });
/** All are in: one press opens them together. */
export const ForStaffAllAreIn = story({ actor: priya, write: (history) => void gathered(history) });
/** The two voices beside each other, and the form for what was decided together. */
export const ForStaffOpened = story({ actor: priya, write: (history) => void opened(history) });
/** The person reads the same as staff. */
export const Opened = story({ write: (history) => void opened(history) });
