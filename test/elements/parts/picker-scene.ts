import { html } from 'lit';
import { uuidv7 } from 'uuidv7';
import '../../../src/define/index.js';
import type { Person } from '../../../src/elements/community/host-people.js';
import type { MilieuCommunity } from '../../../src/elements/community/milieu-community.js';
import type { ActInput } from '../../../src/records/base/types.js';
import { allByRole, byRole, nameOf } from '../../../src/testing/by-role.js';

export const names = ['Søren', 'Łukasz', 'Đorđe', 'Weiß', 'Æsa', 'Işık', 'Ana\u00a0Lima', 'O’Brien', 'Gal·la', 'Kim', 'Lee'];
export const many: readonly Person[] = names.map((name, at) => ({ id: `p-${at}`, name, as: 'resident' }));
/** The names as they are read. */
export const shown = names.map((name) => name.replace('\u00a0', ' '));
export const idOf = (name: string): string => `p-${names.indexOf(name)}`;

/** The names that a choice shows, without the choices besides the people. */
export const offeredIn = (community: Element, label: string): string[] =>
  allByRole(byRole(community, 'radiogroup', label), 'radio')
    .map(nameOf)
    .filter((name) => name !== 'Me');
export const affirmation = (to: string): ActInput => ({ to: [to], data: { mode: 'affirm', saw: 'You found the mop at once.' } });
export const affirm = (community: MilieuCommunity, to: string): unknown =>
  community.records?.act('send', { kind: 'feedback', id: uuidv7() }, affirmation(to));

/** Every place where a person is chosen: how to come there, and what the choice is called. */
export const places: Readonly<
  Record<string, { as: 'resident' | 'staff'; widget: ReturnType<typeof html>; open?: (root: Element) => Promise<void>; label: string }>
> = {
  'an affirmation': { as: 'resident', widget: html`<milieu-peer-feedback></milieu-peer-feedback>`, label: 'Who is it for?' },
  'a duty': { as: 'staff', widget: html`<milieu-responsibility-ladder view="give"></milieu-responsibility-ladder>`, label: 'Who is it for?' },
  'a part in the house': {
    as: 'staff',
    widget: html`<milieu-responsibility-ladder view="place"></milieu-responsibility-ladder>`,
    label: 'Whose part is it?',
  },
  'the chair of a meeting': { as: 'resident', widget: html`<milieu-meeting-agenda></milieu-meeting-agenda>`, label: 'Chair' },
};
