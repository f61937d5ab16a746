// Export, import and removal of what this browser stores. The widgets show the progress and can stop it.
const dialog = document.querySelector('#sure');
const says = document.querySelector('#kept-says');
/** Few pages need it, so it is loaded when a button is pressed. */
const store = () => import('/widgets/records.min.js');

/** Asks the person in the page's own dialog. @returns {Promise<boolean>} */
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
    const words = 'The copy is not locked. Anyone who has the file can read everything you can read here.';
    if (!(await sure(words, 'Save a copy'))) return undefined;
    const { exportRecords } = await store();
    const link = document.createElement('a');
    link.href = URL.createObjectURL(await exportRecords(community.records));
    link.download = `harbour-health-${new Date().toISOString().slice(0, 10)}.jsonl`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    return 'The copy is in your downloads.';
  }

  async function readIn({ target }) {
    const [file] = target.files;
    if (!file) return undefined;
    const { importRecords } = await store();
    const { taken, there, aside, invalid } = await importRecords(community.records, file);
    target.value = '';
    const rest = invalid ? ` We could not read ${counted(invalid, 'line', 'lines')}.` : '';
    const later = aside ? ` ${counted(aside, 'record', 'records')} will show when this page is updated.` : '';
    return `${taken} added, ${there} already here.${later}${rest}`;
  }

  async function remove() {
    const words =
      'This removes everything saved for you in this browser. Harbour Health keeps what was sent. Traces may stay on this device for a while.';
    if (!(await sure(words, 'Remove'))) return undefined;
    const { purge } = await store();
    try {
      await purge(community.records);
    } catch (error) {
      if (error.code !== 'unsent') throw error;
      const lost = 'Something you wrote has not been sent yet. Nobody else has it. If you remove it, it is lost.';
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
