export { MilieuCopingCard } from './milieu-coping-card.js';
export type { Card, Evidence, EvidenceWord, Moment } from '../../content/card.js';
