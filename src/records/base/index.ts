/**
 * What every part of the store uses: error codes with their fixed texts, the public types, the clock, the status, and the page's
 * life cycle.
 *
 * Imports: the model.
 * Rule: No file here knows the database, the keys or the network.
 */
export {};
