import type { Round, RoundInput, Scenario } from '../lab/scenario.js';
import { onStage, pause, type Stage } from '../lab/stage.js';

/** ms between two letters. */
const pace = 60;
/** Letters: sealing the last one takes some ms; and a kill may take the last quarter of a second, on a busy machine somewhat more. */
const mayLose = { left: 1, killed: 12 };

/** The text of a page that was left or killed after `typed` letters. */
function judge(stage: Stage, what: string, typed: number, text: string, most: number): void {
  const lost = typed - text.length;
  stage.count('letters typed', typed);
  stage.count('letters lost', Math.max(0, lost));
  if (lost > most) stage.faults.push(`${what} after ${typed} letters: ${lost} are gone`);
}

/** Types into a page, leaves it at once, and looks at it again. */
async function leave(stage: Stage, round: string): Promise<void> {
  const letters = 10 + stage.input.chance.below(30);
  const next = stage.host.url({ round, stage: 'check' });
  const { text } = await stage.visit(stage.host.url({ round, letters: String(letters), pace: String(pace), next }), 'restored');
  judge(stage, 'left', letters, String(text), mayLose.left);
}

/** Types into a page, and kills the browser meanwhile. */
async function kill(stage: Stage, round: string): Promise<void> {
  let typed = 0;
  const stop = stage.host.on('typed', ({ length }) => (typed = Number(length)));
  const begun = stage.host.next('typed');
  await stage.during(stage.host.url({ round, letters: '200', pace: String(pace) }), async () => {
    await begun;
    await pause(1000 + stage.input.chance.below(3000));
  });
  stop();
  const { text } = await stage.visit(stage.host.url({ round, stage: 'check' }), 'restored');
  judge(stage, 'killed', typed, String(text), mayLose.killed);
}

const rounds = (input: RoundInput, once: typeof kill): Promise<Round> =>
  onStage(input, 'typing', 'leveldb', async (stage) => {
    for (; stage.done < input.size; stage.done++) await once(stage, `r${stage.done}`);
  });

export const scenarios: readonly Scenario[] = [
  {
    name: 'typing-left',
    promise: 'What was typed without a pause is there after the page is left',
    unit: 'pages',
    total: { short: 3, full: 200 },
    perRound: 20,
    round: (input) => rounds(input, leave),
  },
  {
    name: 'typing-killed',
    promise: 'What was typed without a pause is there after a kill, but for the last quarter of a second',
    unit: 'kills',
    total: { short: 2, full: 100 },
    perRound: 10,
    round: (input) => rounds(input, kill),
  },
];
