import './community.js';
import { MilieuHelpCall } from '../elements/help/help-call-view.js';
import { loadCalls } from '../elements/help/lazy-staff-calls.js';
import { MilieuChecked } from '../elements/parts/list-freshness.js';
import { MilieuStatusLine } from '../elements/parts/status-line.js';
import { loadHouse } from '../elements/house/lazy-house.js';
import { houseParts } from '../elements/parts/at-entrance.js';
import { staffParts } from '../elements/parts/staff-parts.js';
import { define } from './define.js';

define('milieu-checked', MilieuChecked);
define('milieu-status-line', MilieuStatusLine);
define('milieu-help-call', MilieuHelpCall);

staffParts.load = loadCalls;
houseParts.load = loadHouse;
