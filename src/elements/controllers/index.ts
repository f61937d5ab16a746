/**
 * Reactive controllers and the base class of views: queries, forms, saving, focus, lazy views.
 *
 * Imports: styles, language, community.
 * Rule: A view provides only fields and strings. Errors that every view can have are handled here once.
 */
export {};
