/**
 * The call for help, for the person who calls and for staff.
 *
 * Imports: the shared folders of elements.
 * Rule: A call is handed to the host before it is stored, and the page says that somebody knows only after the host has confirmed it.
 */
export { MilieuHelp } from './milieu-help.js';
