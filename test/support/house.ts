import { html, type TemplateResult } from 'lit';
import { fixture, nextFrame } from '@open-wc/testing';
import '../../src/define/shared.js';
import type { MilieuCommunity } from '../../src/elements/community/milieu-community.js';
import type { Person } from '../../src/elements/community/people.js';
import type { As } from '../../src/model/record.js';
import type { Keep } from '../../src/records/types.js';
import { until } from './role.js';

/** Invented people, for any test. */
export const people: readonly Person[] = [
  { id: 'p-ana', name: 'Ana', as: 'resident' },
  { id: 'p-sam', name: 'Sam', as: 'resident' },
  { id: 'p-jo', name: 'Jo', as: 'senior-peer' },
  { id: 's-priya', name: 'Priya', as: 'staff' },
];

export interface HouseOptions {
  readonly person?: string;
  readonly as?: As;
  readonly keep?: Keep;
  /** A new community unless given: no test sees what another kept. */
  readonly community?: string;
}

/** A community of a test's own with `inside` in it, when its store has opened. */
export async function house(
  inside: TemplateResult,
  { person = 'p-ana', as = 'resident', keep = 'page', community = crypto.randomUUID() }: HouseOptions = {},
): Promise<MilieuCommunity> {
  const element = await fixture<MilieuCommunity>(
    html`<milieu-community community=${community} person=${person} as=${as} keep=${keep} .people=${people.filter(({ id }) => id !== person)}
      >${inside}</milieu-community
    >`,
  );
  await until(() => element.records && element.status.store !== 'opening', { within: 8000, what: 'the open store' });
  await nextFrame();
  return element;
}
