import { html, type TemplateResult } from 'lit';
import { fixture, nextFrame } from '@open-wc/testing';
import '../../src/define/shared.js';
import type { MilieuCommunity } from '../../src/elements/community/milieu-community.js';
import type { As } from '../../src/model/record.js';
import type { Keep } from '../../src/records/base/types.js';
import { until } from '../../src/testing/by-role.js';
import { people } from '../../src/testing/people.js';

export interface CommunityOptions {
  readonly person?: string;
  readonly as?: As;
  readonly keep?: Keep;
  /** A new community by default: no test sees the records of another. */
  readonly community?: string;
}

/** Creates a community with `inside` in it, and waits until its store has opened. */
export async function openCommunity(
  inside: TemplateResult,
  { person = 'p-ana', as = 'resident', keep = 'page', community = crypto.randomUUID() }: CommunityOptions = {},
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
