import { html } from 'lit';
import '../../src/define/index.js';
import type { MilieuCommunity } from '../../src/elements/community/milieu-community.js';
import type { As } from '../../src/model/record.js';
import { openCommunity } from '../testing/community.js';
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
}

const help = { where: 'Staff are in the office by the garden.', people: [{ name: 'Staff office', note: 'by the garden, day and night' }] };

/** Shows a widget as one person sees it, after the earlier records are loaded. */
export async function show({ tag, view, person = 'p-ana', about, past }: Setting): Promise<MilieuCommunity> {
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
