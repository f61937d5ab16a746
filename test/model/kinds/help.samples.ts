import type { Data } from '../../../src/model/record.js';
import { helpLimits } from '../../../src/model/kinds/help/table.js';
import type { RandomData } from '../random-walk.js';
import { maybe, pickOf, someWords } from '../dice.js';

/** The data of one record of each kind, with every field filled. */
export const samples: Record<string, Data> = {
  help: { need: 'worried', text: 'Ben has not eaten', place: 'Garden' },
  'help-reply': { note: 'Two minutes', coming: true },
};

/** The most characters of each text field. */
export const limits: Record<string, Record<string, number>> = {
  help: { text: helpLimits.text, place: helpLimits.place },
  'help-reply': { note: helpLimits.note },
};

/** Random data for an act that writes: mostly valid. */
export const inputs: Record<string, RandomData> = {
  help: ({ dice }) => ({ need: pickOf(dice, ['come', 'talk', 'worried']), ...maybe(dice, 'text', someWords(dice)) }),
};

/** The kind of the answer that an action may have. */
export const answers: Record<string, Record<string, string>> = {
  help: { see: 'help-reply', close: 'help-reply' },
};
