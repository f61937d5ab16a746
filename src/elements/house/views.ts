import { defineLazy } from '../controllers/define-if-missing.js';
import { MilieuBegin } from './begin-form.js';
import { MilieuMemberForm } from './member-form.js';
import { MilieuMembers } from './members.js';
import { MilieuOwnPin } from './own-pin.js';
import { MilieuPassphrase } from './passphrase-form.js';
import { MilieuWho } from './who.js';

/** Registers the views of a house. */
export function defineHouse(): void {
  defineLazy('milieu-passphrase', MilieuPassphrase);
  defineLazy('milieu-begin', MilieuBegin);
  defineLazy('milieu-member-form', MilieuMemberForm);
  defineLazy('milieu-members', MilieuMembers);
  defineLazy('milieu-own-pin', MilieuOwnPin);
  defineLazy('milieu-who', MilieuWho);
}
