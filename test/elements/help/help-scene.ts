import type { MilieuCommunity, MilieuDeliverEvent } from '../../../src/elements/community/index.js';
import type { MilieuRecord } from '../../../src/model/record.js';
import { byRole, queryByRole } from '../../../src/testing/by-role.js';

export const untold = /Nobody has been told/;
export const silence = /No one has answered yet\. Go to a member of staff now/;
export const reached = /Sent\. Nobody has seen it yet/;

/** What the host does with a call, how often it was asked, and with which keys. */
export function listen(community: MilieuCommunity, answer: (e: MilieuDeliverEvent) => void): { keys: string[]; urgent: boolean[] } {
  const heard = { keys: [] as string[], urgent: [] as boolean[] };
  community.addEventListener('milieu-deliver', (e) => {
    heard.keys.push(e.change.key);
    heard.urgent.push(e.urgent);
    answer(e);
  });
  return heard;
}

export const press = (root: Element): void => byRole(root, 'button', 'Ask staff to come').click();
export const taken = (): Promise<Response> => Promise.resolve(new Response(null, { status: 204 }));
export const never = (): Promise<never> => new Promise(() => undefined);
export const loud = (root: Element): HTMLElement | undefined => queryByRole(root, 'alert');

/** What Priya answers to a call. */
export const answerTo = (asked: MilieuRecord): MilieuRecord => ({
  ...asked,
  id: '01890000-0000-7000-8000-000000000001',
  kind: 'help-reply',
  by: 's-priya',
  to: [asked.by],
  about: asked.id,
  visibility: 'named-and-staff',
  status: 'given',
  rev: 1,
  data: { note: '' },
});
