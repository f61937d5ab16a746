/** Loads and registers the views of concerns. */
export const loadConcerns = async (): Promise<void> => (await import('./views.js')).defineConcerns();
