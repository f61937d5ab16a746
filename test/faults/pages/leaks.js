// Writes a feedback in the real form, and looks for its words in whatever a page, an analytics script or a session recorder can read.
import { given, pause, product, pull, report, send } from './report.js';
import { everywhere } from './shadow-roots.js';

const canary = `Zimtstern ${given('seed')}`;
const heard = [];
const hear = (what, value) => void (String(value).includes(canary) && heard.push(what));
const asText = (value) => {
  const seen = new Set();
  try {
    return JSON.stringify(value, (_, inner) => {
      if (typeof inner !== 'object' || inner === null) return inner;
      if (seen.has(inner) || inner instanceof Element || inner === window) return undefined;
      seen.add(inner);
      return inner;
    });
  } catch {
    return '';
  }
};

const names = ['saved', 'deliver', 'status', 'error'].map((name) => `milieu-${name}`);
let events = 0;
for (const name of names)
  addEventListener(name, (event) => (events++, hear(`event ${name}`, asText({ ...event, detail: event.detail, text: String(event) }))), true);
for (const level of ['log', 'info', 'warn', 'error', 'debug']) {
  const say = console[level];
  console[level] = (...parts) => (hear(`console.${level}`, parts.map((part) => `${asText(part)} ${part}`).join()), say(...parts));
}
const Channel = BroadcastChannel;
const { postMessage } = Channel.prototype;
Channel.prototype.postMessage = function (message) {
  hear('BroadcastChannel', asText(message));
  return postMessage.call(this, message);
};

await product('milieu-elements');
const community = document.createElement('milieu-community');
Object.assign(community, {
  community: given('community'),
  person: 'ann',
  as: 'resident',
  transport: { send, pull },
  people: [{ id: 'p-jo', name: 'Jo', as: 'resident' }],
});
community.append(document.createElement('milieu-peer-feedback'));
document.body.append(community);

const all = (type) => [...everywhere(document)].filter((element) => element instanceof type);
const until = async (is) => {
  for (let found = is(); ; found = is()) {
    if (found) return found;
    await pause(20);
  }
};

let saved = false;
addEventListener('milieu-saved', () => (saved = true));
for (let left = Number(given('size')); left > 0; left--) {
  saved = false;
  const text = await until(() => community.status.store === 'open' && all(HTMLTextAreaElement)[0]);
  for (const radio of all(HTMLInputElement)) if (radio.type === 'radio' && ['affirm', 'p-jo'].includes(radio.value)) radio.click();
  await pause(100);
  text.value = canary;
  text.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  await pause(350); // the draft is written
  (await until(() => all(HTMLFormElement)[0])).requestSubmit();
  await until(() => saved);
  const again = await until(() => all(HTMLButtonElement).find(({ textContent }) => /another|more|next/i.test(textContent ?? '')));
  again.click();
}
hear('address', location.href);
hear('title', document.title);
hear('history', asText(history.state));
hear('cookies', document.cookie);
hear('localStorage', asText({ ...localStorage }));
hear('sessionStorage', asText({ ...sessionStorage }));
hear('performance', asText(performance.getEntries()));
hear('light DOM', new XMLSerializer().serializeToString(document));
await report('done', {
  done: Number(given('size')),
  counts: { events, 'places with the words': heard.length },
  faults: [...new Set(heard)].map((where) => `the words can be read in ${where}`),
});
