import type { Round, RoundInput, Scenario } from '../lab/scenario.js';
import { onStage, pause, type Stage } from '../lab/stage.js';

/** ms between two letters. */
const pace = 30;

/** The text of a page that was left or killed after `typed` letters, of which `kept` must be there. */
function judge(stage: Stage, what: string, typed: number, kept: number, text: string): void {
  stage.count('letters typed', typed);
  stage.count('letters lost', Math.max(0, typed - text.length));
  if (text.length < kept) stage.faults.push(`${what} after ${typed} letters: ${kept - text.length} are gone`);
}

/** Types into a page, leaves it at once, and looks at it again. */
async function leave(stage: Stage, round: string): Promise<void> {
  const letters = 10 + stage.input.chance.below(30);
  const next = stage.host.url({ round, stage: 'check' });
  const { text } = await stage.visit(stage.host.url({ round, letters: String(letters), pace: String(pace), next }), 'restored');
  judge(stage, 'left', letters, letters, String(text));
}

/** Types into a page, and kills the browser meanwhile. */
async function kill(stage: Stage, round: string): Promise<void> {
  let [typed, stored] = [0, 0];
  const stops = [
    stage.host.on('typed', ({ length }) => (typed = Math.max(typed, Number(length)))),
    stage.host.on('stored', ({ length }) => (stored = Math.max(stored, Number(length)))),
  ];
  const begun = stage.host.next('stored');
  await stage.during(stage.host.url({ round, letters: '400', pace: String(pace) }), async () => {
    await begun;
    await pause(stage.input.chance.below(3000));
  });
  for (const stop of stops) stop();
  const { text } = await stage.visit(stage.host.url({ round, stage: 'check' }), 'restored');
  judge(stage, 'killed', typed, stored, String(text));
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
    promise: 'What was called written while typing went on is there after a kill',
    unit: 'kills',
    total: { short: 2, full: 100 },
    perRound: 10,
    round: (input) => rounds(input, kill),
  },
];
