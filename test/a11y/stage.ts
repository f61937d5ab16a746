import { html } from 'lit';
import '../../src/define/index.js';
import type { MilieuCommunity } from '../../src/elements/community/milieu-community.js';
import type { As } from '../../src/model/record.js';
import { house, people } from '../support/house.js';
import { Scribe } from '../support/scribe.js';

export type Tag =
  'milieu-peer-feedback' | 'milieu-responsibility-ladder' | 'milieu-coping-card' | 'milieu-coping-deck' | 'milieu-meeting-agenda' | 'milieu-help';

/** A widget, one of its pages, who looks at it, and what happened before. */
export interface Setting {
  readonly tag: Tag;
  /** Pins one page; unset, the person moves between them. */
  readonly view?: string;
  /** Id of the person on the page; Ana unless given. */
  readonly person?: string;
  /** Whose record staff look at. */
  readonly about?: string;
  readonly past?: (scribe: Scribe) => unknown;
}

const help = { where: 'Staff are in the office by the garden.', people: [{ name: 'Staff office', note: 'by the garden, day and night' }] };

/** Shows a widget as one person meets it, when it knows what happened before. */
export async function show({ tag, view, person = 'p-ana', about, past }: Setting): Promise<MilieuCommunity> {
  const as: As = people.find(({ id }) => id === person)?.as ?? 'resident';
  const scribe = new Scribe('north', people);
  past?.(scribe);
  const widget = document.createElement(tag);
  if (view) widget.setAttribute('view', view);
  if (about) widget.setAttribute('about', about);
  const shown = await house(html`${widget}`, { community: scribe.community, person, as });
  shown.help = help;
  await shown.records?.apply(scribe.records);
  return shown;
}
