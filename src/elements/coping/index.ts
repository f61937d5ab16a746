/**
 * What the coping card and the deck share: the practice from its start to the saved record, and the styles.
 *
 * Imports: styles to parts, content.
 * Rule: Nothing moves and no time is counted before the person presses Start.
 */
export {};
