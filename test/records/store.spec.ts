import { checkContract } from '../contracts/check.contract.js';
import { deliveryContract } from '../contracts/delivery.contract.js';
import { pullContract } from '../contracts/pull.contract.js';
import { storeContract } from '../contracts/store.contract.js';

for (const contract of [storeContract, deliveryContract, pullContract, checkContract]) {
  contract('on disk', 'person');
  contract('in memory', 'page');
}
