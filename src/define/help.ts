import './shared.js';
import { MilieuHelp } from '../elements/help/milieu-help.js';
import { define } from './define.js';

define('milieu-help', MilieuHelp);

// The types of the events and tags come with the registration.
export type * from '../elements/community/index.js';
export type * from '../elements/help/index.js';
