/**
 * Loads and registers what stands at the head of every page of staff. Set where the tags are registered, because no widget knows another.
 */
export const staffParts: { load?: () => Promise<void> } = {};
