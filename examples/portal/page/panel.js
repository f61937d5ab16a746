// The demo's panel that shows what its backend has for the person who is signed in.
const panel = document.querySelector('#panel');
const filter = panel.querySelector('#filter');
const body = panel.querySelector('tbody');
const most = 100;

const cell = (text) => {
  const td = document.createElement('td');
  td.textContent = text;
  return td;
};

/** The text of a record, without ids and times, and with the names of people. */
const words = (data, name) =>
  Object.values(data)
    .flat()
    .filter((value) => typeof value === 'string' && !/^[0-9a-f-]{36}$|^\d{4}-\d\d-\d\dT/.test(value))
    .map(name)
    .join(' · ');

const when = new Intl.DateTimeFormat('en', { dateStyle: 'short', timeStyle: 'short' });

function row(record, name) {
  const { at, kind, status, by, to, visibility, data } = record;
  const tr = document.createElement('tr');
  tr.append(...[when.format(new Date(at)), kind, status, name(by), to.map(name).join(', '), visibility, words(data, name)].map(cell));
  return tr;
}

function offerKinds(records) {
  const kinds = [...new Set(records.map(({ kind }) => kind))].sort();
  if (filter.options.length === kinds.length + 1) return;
  const chosen = filter.value;
  filter.replaceChildren(new Option('All', ''), ...kinds.map((kind) => new Option(kind, kind)));
  filter.value = chosen;
}

/** @param {readonly { id: string, name: string }[]} people */
export async function showPanel(people) {
  if (!panel.open) return;
  const answer = await fetch('/api/backend');
  if (!answer.ok) return;
  const { records } = await answer.json();
  offerKinds(records);
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const chosen = records.filter(({ kind }) => !filter.value || kind === filter.value).reverse();
  panel.querySelector('#held').textContent = `${chosen.length} records that you can read${chosen.length > most ? `; the newest ${most}:` : '.'}`;
  body.replaceChildren(...chosen.slice(0, most).map((record) => row(record, (id) => names.get(id) ?? id)));
}
