/**
 * What a person raises that is not right: the form, the list of their own, the list of staff, and the button beside a reason that staff gave, which asks
 * somebody else to look at it. The call for help opens them.
 *
 * Imports: styles to parts.
 * Rule: Before the first field it says who can read it and who cannot.
 */
export {};
