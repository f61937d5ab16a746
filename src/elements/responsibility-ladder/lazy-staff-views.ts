import { defineLazy } from '../controllers/define-if-missing.js';

/** Loads and registers the views that only staff use, when they open them. A tag that is registered already is kept. */
export async function loadStaffViews(): Promise<void> {
  const [
    { MilieuPersonPicker },
    { MilieuLadderGive },
    { MilieuLadderAnswer },
    { MilieuLadderOffer },
    { MilieuLadderPlace },
    { MilieuLadderStanding },
    { MilieuReason },
    { MilieuLadderTakeBack },
    { MilieuLadderRota, MilieuLadderPlan, MilieuLadderPlanned, MilieuLadderDay, MilieuLadderAvoid },
  ] = await Promise.all([
    import('../parts/person-picker.js'),
    import('./staff-duty-page.js'),
    import('./staff-duty-answer.js'),
    import('./duty-offer-form.js'),
    import('./placement-form.js'),
    import('./placement-actions.js'),
    import('../parts/reason-form.js'),
    import('./duty-take-back.js'),
    import('./rota-views.js'),
  ]);
  defineLazy('milieu-person-picker', MilieuPersonPicker);
  defineLazy('milieu-ladder-answer', MilieuLadderAnswer);
  defineLazy('milieu-ladder-offer', MilieuLadderOffer);
  defineLazy('milieu-ladder-plan', MilieuLadderPlan);
  defineLazy('milieu-ladder-planned', MilieuLadderPlanned);
  defineLazy('milieu-ladder-day', MilieuLadderDay);
  defineLazy('milieu-ladder-avoid', MilieuLadderAvoid);
  defineLazy('milieu-ladder-rota', MilieuLadderRota);
  defineLazy('milieu-ladder-take-back', MilieuLadderTakeBack);
  defineLazy('milieu-reason', MilieuReason);
  defineLazy('milieu-ladder-standing', MilieuLadderStanding);
  defineLazy('milieu-ladder-give', MilieuLadderGive);
  defineLazy('milieu-ladder-place', MilieuLadderPlace);
}
