import './coping-card.js';
import { MilieuCopingList } from '../elements/coping-deck/card-list.js';
import { MilieuCopingDeck } from '../elements/coping-deck/milieu-coping-deck.js';
import { define } from './define.js';

define('milieu-coping-list', MilieuCopingList);
define('milieu-coping-deck', MilieuCopingDeck);

// Importing a registration also brings the types of its events and tags.
export type * from '../elements/community/index.js';
export type * from '../elements/coping-deck/index.js';
