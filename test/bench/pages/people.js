// A form with the choice of a person: opens it, and types in it. Each step resolves with how many there were, once the last is painted.

const forms = {
  feedback: { tag: 'milieu-peer-feedback', as: 'resident', text: /What did you see/ },
  duty: { tag: 'milieu-responsibility-ladder', view: 'give', as: 'staff', text: /What is it/ },
  job: { tag: 'milieu-responsibility-ladder', view: 'rota', as: 'staff', text: /What is it/ },
  meeting: { tag: 'milieu-meeting-agenda', as: 'staff', text: /Place|Where/ },
};

const given = ['Ana', 'Søren', 'Łukasz', 'José', 'Zoë', 'Jürgen', 'Mohammed', 'Nguyễn', 'İpek', 'O’Brien', 'Jean-Luc', 'Mary Ann', 'Đorđe', 'Kim'];
const peopleOf = (count) =>
  Array.from({ length: count }, (_, at) => ({
    id: `p-${at}`,
    name: `${given[at % given.length]} ${String.fromCharCode(65 + (at % 26))}. ${at}`,
    as: 'resident',
  }));

function* deep(root) {
  for (const element of root.querySelectorAll('*')) {
    yield element;
    if (element.shadowRoot) yield* deep(element.shadowRoot);
  }
}
const find = (fits) => [...deep(document)].find(fits);
const until = async (holds) => {
  for (let found = holds(); ; found = holds()) {
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};
/** A task that is queued in a frame runs after that frame is painted. */
const painted = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
const idle = () => new Promise((resolve) => requestIdleCallback(resolve));

/** @type {HTMLElement | undefined} */
let community;

function show(form, people) {
  const { tag, view, as } = forms[form];
  community?.remove();
  community = Object.assign(document.createElement('milieu-community'), { community: 'bench', person: 'p-me', as, keep: 'house', people });
  const widget = document.createElement(tag);
  if (view) widget.setAttribute('view', view);
  community.append(widget);
  document.getElementById('subject').append(community);
}
const isOpen = () => community.status?.store === 'open';
const labelOf = (element) => element.labels?.[0]?.textContent ?? '';
const searchField = () => find((element) => element.matches('input[type=search]') && element.checkVisibility());
const textField = (form) =>
  find((element) => element.matches('input:not([type]), input[type=text], textarea') && forms[form].text.test(labelOf(element)));

/** Opens the store, and addresses twenty people. */
globalThis.prepare = async (form) => {
  show(form, peopleOf(9));
  await until(isOpen);
  const newId = () => `${crypto.randomUUID().slice(0, 14)}7${crypto.randomUUID().slice(15)}`;
  for (let at = 0; at < 20; at++) {
    const words = { to: [`p-${at % 9}`], data: { mode: 'affirm', saw: `You held the door (${at}).` } };
    await community.records.act('send', { kind: 'feedback', id: newId() }, words);
  }
  await until(() => textField(form));
  await idle();
};

globalThis.open = async (form, count) => {
  globalThis.form = form;
  show(form, peopleOf(count));
  await until(() => isOpen() && textField(form));
  await painted();
  await community.records.list({ kind: 'feedback' }); // behind what the form reads
  await idle();
  await painted();
  return 1;
};

async function type(field, words) {
  for (let at = 1; at <= words.length; at++) {
    field.value = words.slice(0, at);
    field.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    await painted();
  }
  return words.length;
}

/** None where the form has no search field. */
globalThis.search = async () => {
  let keys = 0;
  if (searchField()) for (const name of ['jose j. 35', 'mary ann', 'soren b']) keys += await type(searchField(), name);
  return keys;
};
globalThis.write = () => type(textField(globalThis.form), 'The big kitchen');
