import './shared.js';
import { MilieuHelp } from '../elements/help/milieu-help.js';
import { define } from './define.js';

define('milieu-help', MilieuHelp);
