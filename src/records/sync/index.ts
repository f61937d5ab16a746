/**
 * What goes between this tab, the other tabs and the backend: delivery with leases, pull, and messages between tabs.
 *
 * Imports: base to commits.
 * Rule: Only the backend's answer marks a change as delivered. Every change keeps its key.
 */
export {};
