// What all pages of the lab share: the parameters of their address, reports to the host, and the host's transport.
const parameters = new URLSearchParams(location.search);

/** A parameter of the address. */
export const given = (name) => parameters.get(name) ?? '';

/** Tells the host. Resolves when the host has it. */
export const report = (what, body = {}) =>
  fetch(`/report/${what}`, { method: 'POST', body: JSON.stringify({ tab: given('tab'), boot: given('boot'), ...body }) });

export const product = (file) => import(`/${given('product')}/${file}.min.js`);

export const send = (change, { signal }) =>
  fetch('/backend', { method: 'POST', body: JSON.stringify(change), headers: { 'content-type': 'application/json' }, signal });

export const pull = async (cursor, { signal }) => (await fetch(`/backend?after=${encodeURIComponent(cursor ?? '')}`, { signal })).json();

/** Options of a store whose changes go to the host's backend. */
export const storeOptions = () => ({
  community: given('community'),
  person: given('person'),
  as: given('as'),
  carry: (change, info) => [send(change, info)],
  pull,
});

/** All records of a kind, newest first. */
export async function allOf(records, kind) {
  const all = [];
  for (let before; ;) {
    const page = await records.list({ kind, limit: 200, ...(before ? { before } : {}) });
    all.push(...page);
    if (page.length < 200) return all;
    before = page.at(-1).record.id;
  }
}

/** A UUIDv7, as widgets make them. */
export function newId() {
  const time = Date.now().toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${crypto.randomUUID().slice(15)}`;
}

export const pause = (ms) => new Promise((resume) => setTimeout(resume, ms));

/** Resolves when nothing waits to be sent any more. */
export async function drained(records) {
  while (records.status.waiting > 0 || !['open', 'lost'].includes(records.status.store)) {
    records.resume();
    records.wake();
    await pause(200);
  }
}

addEventListener('unhandledrejection', ({ reason }) => void report('broken', { what: String(reason?.stack ?? reason) }));
addEventListener('error', ({ message }) => void report('broken', { what: message }));

// A second tab, of a process of its own.
if (given('beside')) open(given('beside'), '_blank', 'noopener');
