/**
 * Peer feedback: writing, the inbox, sent feedback, and the review by staff.
 *
 * Imports: the shared folders of elements.
 * Rule: Until staff pass a held reminder on, only its author and staff can read it.
 */
export { MilieuPeerFeedback } from './milieu-peer-feedback.js';
