// Only tsc reads this file: it tests what a host's TypeScript knows of the events without importing a name.
import '../../src/index.js';
import type { Change, MilieuRecord, Status } from '../../src/index.js';

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const is = <_Fits extends true>(): void => undefined;

document.addEventListener('milieu-deliver', (e) => {
  e.waitUntil(fetch('/api/milieu', e.request));
  e.waitUntil(fetch('/api/milieu', { ...e.request, headers: { ...e.request.headers, authorization: '' } }));
  is<Same<typeof e.change, Change>>();
  is<Same<typeof e.attempt, number>>();
  is<Same<typeof e.urgent, boolean>>();
  e.waitUntil(Promise.resolve(true));
  e.waitUntil(Promise.resolve({ status: 204 }));
  // @ts-expect-error: a parsed body says nothing of what the backend has stored
  e.waitUntil(fetch('/api/milieu', e.request).then((response) => response.json() as Promise<object>));
  // @ts-expect-error: nor does a promise of nothing
  e.waitUntil(fetch('/api/milieu', e.request).then(() => undefined));
  // @ts-expect-error: what is not a promise is no answer
  e.waitUntil('sent');
  // @ts-expect-error: an event is not written to
  e.attempt = 2;
});

document.body.addEventListener('milieu-saved', (e) => {
  is<Same<typeof e.change.records, readonly MilieuRecord[]>>();
  is<Same<typeof e.rev, number>>();
  const words: string[] = [e.action, e.kind, e.id];
  is<Same<Exclude<keyof typeof e, keyof Event>, 'action' | 'kind' | 'id' | 'rev' | 'change'>>();
  return words;
});

const state = (e: WindowEventMap['milieu-status']): Status => {
  is<Same<typeof e.status, Status>>();
  return e.status;
};
window.addEventListener('milieu-status', state);

document.querySelector('milieu-community')?.addEventListener('milieu-signed-out', (e) => {
  is<Same<Exclude<keyof typeof e, keyof Event>, 'person' | 'removed' | 'unsent' | 'drafts'>>();
  return [e.person, e.removed + e.unsent + e.drafts];
});

document.querySelector('milieu-community')?.addEventListener('milieu-person', (e) => {
  is<Same<Exclude<keyof typeof e, keyof Event>, 'id' | 'as'>>();
  const { id, as }: { id: string | undefined; as: string | undefined } = e;
  return [id, as];
});

document.querySelector('milieu-community')?.addEventListener('milieu-error', (e) => {
  const { code, id, count }: { code: string; id?: string | undefined; count?: number | undefined } = e;
  is<Same<typeof e.kinds, readonly string[] | undefined>>();
  is<Same<Exclude<keyof typeof e, keyof Event>, 'code' | 'id' | 'count' | 'kinds' | 'property' | 'row'>>();
  return [code, id, count];
});
