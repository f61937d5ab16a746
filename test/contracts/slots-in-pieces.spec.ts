import { expect } from '@open-wc/testing';
import '../../src/define/help.js';
import { whenParsed } from '../../src/elements/community/when-parsed.js';

/** A page that arrives in pieces: the state of the document while it loads, without its parser. */
function loading(run: () => void): void {
  Object.defineProperty(document, 'readyState', { value: 'loading', configurable: true });
  try {
    run();
  } finally {
    delete (document as { readyState?: unknown }).readyState;
  }
}

describe('a script in a slot', () => {
  it('is read when something follows it, and otherwise when the page is parsed', () => {
    const script = document.createElement('script');
    const inside = document.createElement('div');
    inside.append(script);
    let reads = 0;
    loading(() => whenParsed(script, () => reads++));
    expect(reads).to.equal(0);
    document.dispatchEvent(new Event('DOMContentLoaded'));
    expect(reads).to.equal(1);
    inside.append('after it');
    loading(() => whenParsed(script, () => reads++));
    expect(reads).to.equal(2);
    whenParsed(script, () => reads++);
    expect(reads).to.equal(3);
  });
});
