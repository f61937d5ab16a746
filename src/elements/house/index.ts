/**
 * The people of a house at one shared computer: who they are, their PINs, and the passphrase of a shift. These views are loaded when a house asks for them.
 *
 * Imports: the shared folders of elements.
 * Rule: a PIN is in no draft and no event, and a name is in nothing but shadow roots.
 */
export {};
