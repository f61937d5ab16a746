import { MilieuCommunity } from '../elements/community/milieu-community.js';
import { define } from './define.js';

define('milieu-community', MilieuCommunity);
