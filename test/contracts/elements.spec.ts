import { expect } from '@open-wc/testing';
import '../../src/define/index.js';
import { described, widgets } from './read-manifest.js';
import { elementContract } from './element.contract.js';

describe('the custom elements manifest', () => {
  it('the manifest lists every public tag', () => {
    const ours = ['community', 'coping-card', 'coping-deck', 'help', 'meeting-agenda', 'peer-feedback', 'responsibility-ladder', 'today'];
    expect(described.map(({ tag }) => tag)).to.include.members(ours.map((name) => `milieu-${name}`));
  });
});

for (const widget of widgets) elementContract(widget);
