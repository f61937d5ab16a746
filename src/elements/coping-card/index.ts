/**
 * One coping card.
 *
 * Imports: the shared folders of elements, coping.
 * Rule: Practices are private to the person.
 */
export { MilieuCopingCard } from './milieu-coping-card.js';
export type { Card, Evidence, EvidenceWord } from '../../content/card.js';
export type { Moment } from '../../content/hard-moments.js';
