import './shared.js';
import { MilieuCopingAfter } from '../elements/coping/after-practice-form.js';
import { MilieuCopingFront } from '../elements/coping/card-front.js';
import { MilieuCopingHistory } from '../elements/coping/practice-history.js';
import { MilieuCopingCard } from '../elements/coping-card/milieu-coping-card.js';
import { MilieuCopingPeople } from '../elements/coping/people-offer.js';
import { MilieuCopingPractice } from '../elements/coping/practice-flow.js';
import { MilieuCopingRun } from '../elements/coping/practice-player.js';
import { define } from './define.js';

define('milieu-coping-people', MilieuCopingPeople);
define('milieu-coping-front', MilieuCopingFront);
define('milieu-coping-run', MilieuCopingRun);
define('milieu-coping-after', MilieuCopingAfter);
define('milieu-coping-practice', MilieuCopingPractice);
define('milieu-coping-history', MilieuCopingHistory);
define('milieu-coping-card', MilieuCopingCard);

// Importing a registration also brings the types of its events and tags.
export type * from '../elements/community/index.js';
export type * from '../elements/coping-card/index.js';
