import { MilieuCommunity } from '../elements/community/milieu-community.js';
import { define } from './define.js';

define('milieu-community', MilieuCommunity);

// Importing a registration also brings the types of its events and tags.
export type * from '../elements/community/index.js';
