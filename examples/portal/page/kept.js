// What this browser keeps: a copy of it, a copy read in, and removal. The widgets show how far it is, and can stop it.
const dialog = document.querySelector('#sure');
const says = document.querySelector('#kept-says');
/** Few pages need it, so it comes when a button is pressed. */
const store = () => import('/widgets/records.min.js');

/** Asks in the page's own words. @returns {Promise<boolean>} */
function sure(words, yes) {
  dialog.querySelector('p').textContent = words;
  dialog.querySelector('[value=yes]').textContent = yes;
  dialog.returnValue = '';
  dialog.showModal();
  return new Promise((answer) => dialog.addEventListener('close', () => answer(dialog.returnValue === 'yes'), { once: true }));
}

/** Errors of the store have a fixed text that can be shown as it is. */
const doing = (work) => async (event) => {
  says.textContent = '';
  try {
    says.textContent = (await work(event)) ?? '';
  } catch (error) {
    says.textContent = error.name === 'MilieuError' ? error.message : 'That did not work. Try again.';
  }
};

const counted = (count, one, more) => `${count} ${count === 1 ? one : more}`;

/** @param {HTMLElement & { records?: object }} community */
export function offerCopies(community) {
  async function save() {
    const words = 'The copy is a file that is not locked. Whoever has it can read all that you can read here.';
    if (!(await sure(words, 'Save a copy'))) return undefined;
    const { exportRecords } = await store();
    const link = document.createElement('a');
    link.href = URL.createObjectURL(await exportRecords(community.records));
    link.download = `harbour-health-${new Date().toISOString().slice(0, 10)}.jsonl`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    return 'The copy is with your downloads.';
  }

  async function readIn({ target }) {
    const [file] = target.files;
    if (!file) return undefined;
    const { importRecords } = await store();
    const { taken, there, invalid } = await importRecords(community.records, file);
    target.value = '';
    const rest = invalid ? ` ${counted(invalid, 'line does', 'lines do')} not fit and ${invalid === 1 ? 'was' : 'were'} left out.` : '';
    return `${taken} new, ${there} here already.${rest}`;
  }

  async function remove() {
    const words = 'All that this browser keeps for you goes. What was sent stays with Harbour Health. Traces may stay on the disk for a while.';
    if (!(await sure(words, 'Remove'))) return undefined;
    const { purge } = await store();
    try {
      await purge(community.records);
    } catch (error) {
      if (error.code !== 'unsent') throw error;
      const lost = 'Something of yours has not been sent yet. Nobody else has it. If you remove it, it is lost.';
      if (!(await sure(lost, 'Remove it too'))) return 'Nothing was removed.';
      await purge(community.records, { unsent: 'lose' });
    }
    document.querySelector('form[action=sign-out]').requestSubmit();
    return 'Removed.';
  }

  const file = document.querySelector('#copy-file');
  document.querySelector('#save-copy').addEventListener('click', doing(save));
  document.querySelector('#read-copy').addEventListener('click', () => file.click());
  file.addEventListener('change', doing(readIn));
  document.querySelector('#remove').addEventListener('click', doing(remove));
}
