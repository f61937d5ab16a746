import './shared.js';
import { MilieuLadderCarry } from '../elements/responsibility-ladder/carry-view.js';
import { MilieuLadderDuty } from '../elements/responsibility-ladder/duty-view.js';
import { MilieuResponsibilityLadder } from '../elements/responsibility-ladder/milieu-responsibility-ladder.js';
import { MilieuLadderNote } from '../elements/responsibility-ladder/note-view.js';
import { MilieuLadderPart } from '../elements/responsibility-ladder/part-view.js';
import { MilieuLadderStrengths } from '../elements/responsibility-ladder/strengths-view.js';
import { MilieuLadderTell } from '../elements/responsibility-ladder/tell-view.js';
import { define } from './define.js';

define('milieu-ladder-note', MilieuLadderNote);
define('milieu-ladder-tell', MilieuLadderTell);
define('milieu-ladder-duty', MilieuLadderDuty);
define('milieu-ladder-carry', MilieuLadderCarry);
define('milieu-ladder-strengths', MilieuLadderStrengths);
define('milieu-ladder-part', MilieuLadderPart);
define('milieu-responsibility-ladder', MilieuResponsibilityLadder);

// The types of the events and tags come with the registration.
export type * from '../elements/community/index.js';
export type * from '../elements/responsibility-ladder/index.js';
