/** Loads and registers the button that asks somebody else to look at what staff decided, for a person who was given a reason. */
export const loadAnotherLook = async (): Promise<void> => (await import('./define.js')).defineConcernForm();
