import './coping-card.js';
import { MilieuCopingList } from '../elements/coping-deck/list-view.js';
import { MilieuCopingDeck } from '../elements/coping-deck/milieu-coping-deck.js';
import { define } from './define.js';

define('milieu-coping-list', MilieuCopingList);
define('milieu-coping-deck', MilieuCopingDeck);

// The types of the events and tags come with the registration.
export type * from '../elements/community/index.js';
export type * from '../elements/coping-deck/index.js';
