import '../../src/define/index.js';
import { widgets } from './read-manifest.js';
import { misfitContract } from './invalid-properties.contract.js';

for (const widget of widgets) misfitContract(widget);
