import './shared.js';
import { MilieuHelp } from '../elements/help/milieu-help.js';
import { define } from './define.js';

define('milieu-help', MilieuHelp);

// Importing a registration also brings the types of its events and tags.
export type * from '../elements/community/index.js';
export type * from '../elements/help/index.js';
