import { fixture, html } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import { uuidv7 } from 'uuidv7';
import type { MilieuCommunity, MilieuPersonEvent } from '../../../src/elements/community/index.js';
import type { Community } from '../../../src/elements/community/community.js';
import type { As } from '../../../src/model/record.js';
import { sealPin } from '../../../src/records/crypto/pin.js';
import { openRecords } from '../../../src/records/index.js';
import { fill, findByRole, until } from '../../../src/testing/by-role.js';
import { press } from '../../../src/testing/press.js';

/** Nora is staff, Ana and Ben live here. Ben has no PIN. */
export const nora = { id: 'n-nora', name: 'Nora', as: 'staff', pin: '246810' } as const;
export const ana = { id: 'n-ana', name: 'Ana', as: 'resident', pin: '1357' } as const;
export const ben = { id: 'n-ben', name: 'Ben', as: 'resident' } as const;
/** So many that they are searched. */
export const crowd: readonly Somebody[] = [
  nora,
  ana,
  ben,
  ...Array.from({ length: 12 }, (_, at) => ({ id: `n-${at}`, name: `Guest ${at}`, as: 'guest' }) as const),
];

/** Types a PIN for a name that was pressed. */
export async function typePin(root: Element, name: string, pin: string): Promise<void> {
  fill(await findByRole(root, 'textbox', `${name}, your PIN`), pin);
  await press(root, 'Open my pages');
}

/** Chooses a name, and waits until its pages are open. */
export async function comeIn(root: Element, name: string, pin?: string): Promise<void> {
  await press(root, name);
  if (pin) await typePin(root, name, pin);
  await findByRole(root, 'button', 'I’m done');
}

export interface Somebody {
  readonly id: string;
  readonly name: string;
  readonly as: As;
  readonly pin?: string;
}

/** Writes names into the store of a house, as its staff have. */
export async function nameHouse(community: string, people: readonly Somebody[] = [nora, ana, ben]): Promise<void> {
  const records = await openRecords({ community, person: nora.id, as: 'staff', keep: 'house' });
  for (const { id, name, as, pin } of people) {
    const data = { name, as, ...(pin ? { pin: await sealPin(pin) } : {}) };
    await records.act('add', { kind: 'member', id: uuidv7() }, { to: [id], data });
  }
  await records.close();
}

export const feedbackWidget = html`<milieu-peer-feedback></milieu-peer-feedback>`;

interface Options {
  readonly community?: string;
  readonly inside?: TemplateResult;
  readonly as?: As;
  readonly askWho?: boolean;
}

/** A page at the computer of a house, whose store is open. */
export async function openHouse({ community = crypto.randomUUID(), inside = feedbackWidget, as = 'resident', askWho = false }: Options = {}) {
  const element = await fixture<MilieuCommunity>(
    html`<milieu-community community=${community} as=${as} keep="house" ?ask-who=${askWho}>${inside}</milieu-community>`,
  );
  const told: (readonly [id: string | undefined, as: As | undefined])[] = [];
  element.addEventListener('milieu-person', ({ id, as: what }: MilieuPersonEvent) => void told.push([id, what]));
  const core = (element.firstElementChild as unknown as { readonly community: Community }).community;
  await until(() => element.status.store === 'open', { within: 8000, what: 'the open store' });
  return { element, core, told };
}
