/**
 * Locale, formatting and the strings that every widget has.
 *
 * Imports: lit and the refusals of the model.
 * Rule: Every text on the screen and every date and number goes through this folder.
 */
export {};
