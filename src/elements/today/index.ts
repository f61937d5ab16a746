/**
 * What waits for the person on this page, and for staff the shift sheet. Each line leads into the widget that holds it.
 *
 * Imports: the shared folders of elements.
 * Rule: A line is computed from the lists each time; nothing about it is stored. "Nothing" is only said of a list that has been checked.
 */
export { MilieuToday } from './milieu-today.js';
