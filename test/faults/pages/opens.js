// Opens the store and reports what it says and what it shows, whatever that is.
import { allOf, given, pause, product, report, storeOptions } from './report.js';

const { openRecords } = await product('records');
const records = await openRecords({ ...storeOptions(), carry: () => null, pull: () => undefined });
for (let left = 600; left > 0 && records.status.store === 'opening'; left--) await pause(20);
let count;
let code;
try {
  count = (await allOf(records, 'item')).length;
} catch (error) {
  code = error.code ?? String(error);
}
// That only the newest records are gone is found after the opening. After 5 s it was not.
for (let left = 250; left > 0 && given('gone') && records.status.store === 'open'; left--) await pause(20);
await report('opened', { status: records.status, count, code });
