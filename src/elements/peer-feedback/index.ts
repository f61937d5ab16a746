export { MilieuPeerFeedback } from './milieu-peer-feedback.js';
