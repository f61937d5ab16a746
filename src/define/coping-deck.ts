import './coping-card.js';
import { MilieuCopingList } from '../elements/coping-deck/list-view.js';
import { MilieuCopingDeck } from '../elements/coping-deck/milieu-coping-deck.js';
import { define } from './define.js';

define('milieu-coping-list', MilieuCopingList);
define('milieu-coping-deck', MilieuCopingDeck);
