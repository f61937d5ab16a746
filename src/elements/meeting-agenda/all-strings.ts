import { afterStrings } from './after.strings.js';
import { answeredStrings } from './answered.strings.js';
import { calledOffStrings } from './called-off.strings.js';
import { joinStrings } from './join.strings.js';
import { planStrings } from './strings.js';
import { runStrings } from './run.strings.js';

/** The English strings of the meeting. Their keys are the type for other languages and for hosts. */
export const meetingStrings: typeof planStrings &
  typeof runStrings &
  typeof afterStrings &
  typeof calledOffStrings &
  typeof answeredStrings &
  typeof joinStrings = {
  ...planStrings,
  ...runStrings,
  ...afterStrings,
  ...calledOffStrings,
  ...answeredStrings,
  ...joinStrings,
};
