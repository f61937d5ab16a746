/**
 * How a person raises a concern: the form, which the call for help opens, and the button beside a reason that staff gave, which asks somebody else to
 * look at it.
 *
 * Imports: styles to parts.
 * Rule: Before the first field it says who can read it and who cannot.
 */
export {};
