import { html, nothing, type TemplateResult } from 'lit';
import type { Community } from '../community/community.js';

/** Says which properties of the host are not valid, so that a person knows why something is missing. */
export function invalidPropertiesLine(
  community: Community | undefined,
  say: (key: 'page.misfit', values: { names: string }) => string,
): TemplateResult | typeof nothing {
  const names = community?.invalidProperties ?? [];
  return names.length > 0 ? html`<p class="status care">${say('page.misfit', { names: names.join(', ') })}</p>` : nothing;
}
