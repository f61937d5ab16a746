import { MilieuCommunity } from '../elements/community/milieu-community.js';
import { define } from './define.js';

define('milieu-community', MilieuCommunity);

// The types of the events and tags come with the registration.
export type * from '../elements/community/index.js';
