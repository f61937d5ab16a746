import './shared.js';
import { MilieuDayList } from '../elements/today/day-list.js';
import { MilieuToday } from '../elements/today/milieu-today.js';
import { define } from './define.js';

define('milieu-day-list', MilieuDayList);
define('milieu-today', MilieuToday);

// Importing a registration also brings the types of its events and tags.
export type * from '../elements/community/index.js';
export type * from '../elements/today/index.js';
