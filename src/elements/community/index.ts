/**
 * The community element, and what the widgets inside it share: who acts, the people, the store, and the events for the host.
 *
 * Imports: styles, language, and the public types of the store.
 * Rule: `host-input.ts` validates every value of the host before anything uses it.
 */
export { MilieuCommunity } from './milieu-community.js';
export { MilieuBeforeSaveEvent } from './before-save.js';
export {
  MilieuDeliverEvent,
  MilieuErrorEvent,
  MilieuOpenEvent,
  MilieuPersonEvent,
  MilieuSavedEvent,
  MilieuSignedOutEvent,
  MilieuStatusEvent,
} from './events.js';
export type { HelpContact, HelpContacts, Person } from './host-people.js';
export { registerLocale } from '../language/locale.js';
