import './community.js';
import { MilieuHelpCall } from '../elements/help/help-call-view.js';
import { MilieuStatusLine } from '../elements/shared/status-line.js';
import { MilieuTroubles } from '../elements/shared/troubles.js';
import { define } from './define.js';

define('milieu-status-line', MilieuStatusLine);
define('milieu-troubles', MilieuTroubles);
define('milieu-help-call', MilieuHelpCall);
