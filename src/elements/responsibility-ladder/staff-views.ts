import { registerLate } from '../shared/late.js';

/** Brings and registers what only staff open, once they open it. A tag that is taken stays as it is. */
export async function loadStaffViews(): Promise<void> {
  const [{ MilieuLadderGive }, { MilieuLadderAnswer }, { MilieuLadderOffer }, { MilieuLadderPlace }, { MilieuLadderStanding }] = await Promise.all([
    import('./give-view.js'),
    import('./answer-view.js'),
    import('./offer-view.js'),
    import('./place-view.js'),
    import('./standing-view.js'),
  ]);
  registerLate('milieu-ladder-answer', MilieuLadderAnswer);
  registerLate('milieu-ladder-offer', MilieuLadderOffer);
  registerLate('milieu-ladder-standing', MilieuLadderStanding);
  registerLate('milieu-ladder-give', MilieuLadderGive);
  registerLate('milieu-ladder-place', MilieuLadderPlace);
}
