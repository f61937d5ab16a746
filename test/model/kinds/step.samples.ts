import type { Data, MilieuRecord } from '../../../src/model/record.js';
import { stepLimits } from '../../../src/model/kinds/step/table.js';
import type { AnswerInput } from '../../../src/model/transition.js';
import type { RandomData, World } from '../random-walk.js';
import { maybe, person, pickOf, someWords } from '../dice.js';

/** The data of one record of each kind, with every field filled. */
export const samples: Record<string, Data> = {
  step: { circle: 'contributing', title: 'Contributing', examples: [{ line: 'You have asked for help once.', words: 'On Monday, with the stove.' }] },
  'step-ask': { title: 'Contributing' },
  'step-view': { step: '0199a8c4-0000-7000-8000-000000000001', saw: 'You waited until Ben had finished.' },
  'step-decision': {
    outcome: 'not-yet',
    note: 'The evenings are still long',
    support: 'Kit beside you',
    next: 'Try one evening with the crew',
    on: '2026-11-28',
  },
  'step-lines': { lines: ['Say in time when it is too much.'] },
};

/** The most characters of each text field. */
export const limits: Record<string, Record<string, number>> = {
  step: { title: stepLimits.title },
  'step-ask': { title: stepLimits.title },
  'step-view': { saw: stepLimits.saw },
  'step-decision': { note: stepLimits.note, support: stepLimits.support, next: stepLimits.next },
};

/** Random data for an act that writes: mostly valid. */
export const inputs: Record<string, RandomData> = {
  step: ({ dice }) => ({ title: dice(10) ? 'Contributing' : ' ', examples: [], ...maybe(dice, 'circle', 'contributing') }),
  'step-lines': ({ dice }) => ({ lines: [dice(8) ? 'Say it in time' : ' '] }),
};

/** Random answers of the acts on requests; undefined for other acts. */
export function stepAnswers(kind: string, action: string, root: MilieuRecord | undefined, world: World): AnswerInput[] | undefined {
  const { dice } = world;
  const answer = (name: string, data: Data, to: readonly string[] = []): AnswerInput => ({ id: world.freshId(), kind: name, to, data });
  const ask = (): AnswerInput => answer('step-ask', { title: 'Contributing' }, [dice(2) ? 'cy' : person(dice)]);
  switch (`${kind} ${action}`) {
    case 'step ask':
      return Array.from({ length: dice(3) }, ask);
    case 'step invite':
      return [ask()];
    case 'step add-view':
    case 'step-ask tell': {
      const about = kind === 'step' ? root?.id : root?.about;
      return [answer('step-view', { step: dice(8) && about ? about : world.freshId(), saw: dice(8) ? 'You waited for Ben.' : someWords(dice) })];
    }
    case 'step decide':
      return [
        answer('step-decision', {
          outcome: pickOf(dice, ['yes', 'with-support', 'not-yet']),
          note: dice(8) ? 'We talked about it' : someWords(dice),
          ...maybe(dice, 'support', 'Kit beside you'),
          ...maybe(dice, 'next', 'One evening'),
          ...maybe(dice, 'on', dice(6) ? '2026-11-28' : '2027-01-28'),
        }),
      ];
    default:
      return undefined;
  }
}
