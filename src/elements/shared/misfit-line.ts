import { html, nothing, type TemplateResult } from 'lit';
import type { Community } from '../community/community.js';

/** What the host gave the community and cannot be used, said where the person wonders what is missing. */
export function misfitLine(
  community: Community | undefined,
  say: (key: 'page.misfit', values: { names: string }) => string,
): TemplateResult | typeof nothing {
  const names = community?.misfits ?? [];
  return names.length > 0 ? html`<p class="status care">${say('page.misfit', { names: names.join(', ') })}</p>` : nothing;
}
