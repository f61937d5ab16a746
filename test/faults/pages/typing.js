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

/** Reports how long a text was whose draft the store has called written. */
function reportWrites({ drafts }) {
  const prepare = drafts.prepare.bind(drafts);
  drafts.prepare = async (name, value) => {
    const length = JSON.stringify(value)?.match(/"(abc[a-z]*)"/)?.[1].length ?? 0;
    const draft = await prepare(name, value);
    return {
      get version() {
        return draft.version;
      },
      write: async (over) => {
        const isWritten = await draft.write(over);
        if (isWritten) void report('stored', { length });
        return isWritten;
      },
      writeNow: () => draft.writeNow(),
    };
  };
}

/** What was typed in the last instant before a page goes cannot be sealed in time. The page seals others until then, as slow as the machine is. */
async function sealSome({ drafts }) {
  for (let left = 20; left > 0; left--) await drafts.prepare('another', 'words');
}

if (given('stage') === 'check') {
  // A draft is read after the store has opened; what is not there after 30 s is gone.
  for (let left = 1500; left > 0 && !text.value; left--) await pause(20);
  await report('restored', { text: text.value, store: community.status.store });
} else {
  await pause(100); // the form has read that there is no draft
  reportWrites(community.records);
  for (let length = 1; length <= Number(given('letters')); length++) {
    text.value += String.fromCharCode(96 + (length % 26 || 26));
    text.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    void report('typed', { length });
    await pause(Number(given('pace')));
  }
  if (given('next')) {
    await sealSome(community.records);
    location.replace(given('next'));
  } else await report('all-typed');
}
