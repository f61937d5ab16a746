import './shared.js';
import { MilieuLadderCarry } from '../elements/responsibility-ladder/duty-list.js';
import { MilieuLadderDuty } from '../elements/responsibility-ladder/duty-card.js';
import { MilieuResponsibilityLadder } from '../elements/responsibility-ladder/milieu-responsibility-ladder.js';
import { MilieuLadderNote } from '../elements/responsibility-ladder/duty-request-form.js';
import { MilieuLadderPart } from '../elements/responsibility-ladder/current-placement.js';
import { MilieuLadderStrengths } from '../elements/responsibility-ladder/strengths-list.js';
import { MilieuLadderTell } from '../elements/responsibility-ladder/duty-feedback.js';
import { define } from './define.js';

define('milieu-ladder-note', MilieuLadderNote);
define('milieu-ladder-tell', MilieuLadderTell);
define('milieu-ladder-duty', MilieuLadderDuty);
define('milieu-ladder-carry', MilieuLadderCarry);
define('milieu-ladder-strengths', MilieuLadderStrengths);
define('milieu-ladder-part', MilieuLadderPart);
define('milieu-responsibility-ladder', MilieuResponsibilityLadder);

// Importing a registration also brings the types of its events and tags.
export type * from '../elements/community/index.js';
export type * from '../elements/responsibility-ladder/index.js';
