import '../../src/define/index.js';
import { widgets } from './described.js';
import { misfitContract } from './misfit.contract.js';

for (const widget of widgets) misfitContract(widget);
