import { MilieuCommunity } from '../elements/community/milieu-community.js';
import { houseNames } from '../elements/community/house.js';
import { loadNames } from '../elements/house/lazy-house.js';
import { define } from './define.js';

define('milieu-community', MilieuCommunity);

houseNames.load = loadNames;

// Importing a registration also brings the types of its events and tags.
export type * from '../elements/community/index.js';
