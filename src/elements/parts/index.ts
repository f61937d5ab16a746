/**
 * Parts that several widgets use: the frame of a widget, fields, scale, status line, the list of what could not be sent, long tasks.
 *
 * Imports: styles, language, community, controllers.
 * Rule: A part does not depend on any widget or kind of record.
 */
export {};
