export { MilieuCommunity } from './milieu-community.js';
export { MilieuDeliverEvent, MilieuErrorEvent, MilieuSavedEvent, MilieuStatusEvent } from './events.js';
export type { HelpContacts, Person } from './people.js';
export { registerLocale } from '../shared/language.js';
