// Types into the real form, letter by letter, and leaves the page or waits to be killed. The next page reports what the form shows.
import { given, pause, product, report } from './report.js';
import { everywhere } from './shadow-roots.js';

await product('milieu-elements');
const community = document.createElement('milieu-community');
Object.assign(community, {
  community: given('community') + given('round'),
  person: given('person'),
  as: given('as'),
  people: [
    { id: 'p-jo', name: 'Jo', as: 'resident' },
    { id: 'p-sam', name: 'Sam', as: 'resident' },
  ],
});
community.append(document.createElement('milieu-peer-feedback'));
document.body.append(community);

async function field() {
  for (;;) {
    const found = [...everywhere(document)].find((element) => element instanceof HTMLTextAreaElement);
    if (found && community.status.store === 'open') return found;
    await pause(20);
  }
}

const text = await field();
if (given('stage') === 'check') {
  // A draft is read after the store has opened; what is not there after 3 s is gone.
  for (let left = 150; left > 0 && !text.value; left--) await pause(20);
  await report('restored', { text: text.value, store: community.status.store });
} else {
  await pause(100); // the form has read that there is no draft
  for (let length = 1; length <= Number(given('letters')); length++) {
    text.value += String.fromCharCode(96 + (length % 26 || 26));
    text.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    void report('typed', { length });
    await pause(Number(given('pace')));
  }
  if (given('next')) location.replace(given('next'));
  else await report('all-typed');
}
