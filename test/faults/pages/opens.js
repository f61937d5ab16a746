// Opens the store and reports what it says and what it shows, whatever that is.
import { allOf, pause, product, report, storeOptions } from './report.js';

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
await report('opened', { status: records.status, count, code });
