import './shared.js';
import { MilieuCopingAfter } from '../elements/coping-card/after-view.js';
import { MilieuCopingFront } from '../elements/coping-card/front-view.js';
import { MilieuCopingHistory } from '../elements/coping-card/history-view.js';
import { MilieuCopingCard } from '../elements/coping-card/milieu-coping-card.js';
import { MilieuCopingPeople } from '../elements/coping-card/people-view.js';
import { MilieuCopingPractice } from '../elements/coping-card/practice-view.js';
import { MilieuCopingRun } from '../elements/coping-card/run-view.js';
import { define } from './define.js';

define('milieu-coping-people', MilieuCopingPeople);
define('milieu-coping-front', MilieuCopingFront);
define('milieu-coping-run', MilieuCopingRun);
define('milieu-coping-after', MilieuCopingAfter);
define('milieu-coping-practice', MilieuCopingPractice);
define('milieu-coping-history', MilieuCopingHistory);
define('milieu-coping-card', MilieuCopingCard);

// The types of the events and tags come with the registration.
export type * from '../elements/community/index.js';
export type * from '../elements/coping-card/index.js';
