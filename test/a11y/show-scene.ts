import { html } from 'lit';
import '../../src/define/index.js';
import type { MilieuCommunity } from '../../src/elements/community/milieu-community.js';
import type { As } from '../../src/model/record.js';
import { openCommunity } from '../testing/community.js';
import { nameHouse, openHouse, type Somebody } from '../elements/house/house-scene.js';
import { people } from '../../src/testing/people.js';
import { Fixtures } from '../../src/testing/fixtures.js';

export type Tag =
  | 'milieu-peer-feedback'
  | 'milieu-responsibility-ladder'
  | 'milieu-coping-card'
  | 'milieu-coping-deck'
  | 'milieu-meeting-agenda'
  | 'milieu-help'
  | 'milieu-today';

/** A widget, one of its pages, the person who uses it, and earlier records. */
export interface Setting {
  readonly tag: Tag;
  /** Pins one page; unset, the person moves between them. */
  readonly view?: string;
  /** Id of the person on the page; Ana unless given. */
  readonly person?: string;
  /** Id of the person whose part staff look at. */
  readonly about?: string;
  readonly past?: (history: Fixtures) => unknown;
  /** The names of a shared computer, on which nobody is chosen yet; then `person` does not count. */
  readonly house?: readonly Somebody[];
}

const help = { where: 'Staff are in the office by the garden.', people: [{ name: 'Staff office', note: 'by the garden, day and night' }] };

/** Shows a widget as one person sees it, after the earlier records are loaded. */
export async function show({ tag, view, person = 'p-ana', about, past, house }: Setting): Promise<MilieuCommunity> {
  if (house) return showHouse(tag, house);
  const as: As = people.find(({ id }) => id === person)?.as ?? 'resident';
  const history = new Fixtures('north', people);
  past?.(history);
  const widget = document.createElement(tag);
  if (view) widget.setAttribute('view', view);
  if (about) widget.setAttribute('about', about);
  const shown = await openCommunity(html`${widget}`, { community: history.community, person, as });
  shown.help = help;
  await shown.records?.apply(history.records);
  return shown;
}

async function showHouse(tag: Tag, house: readonly Somebody[]): Promise<MilieuCommunity> {
  const community = crypto.randomUUID();
  if (house.length > 0) await nameHouse(community, house);
  const { element } = await openHouse({ community, inside: html`${document.createElement(tag)}`, askWho: true });
  element.help = help;
  return element;
}
