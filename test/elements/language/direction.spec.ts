import { expect, fixture, nextFrame } from '@open-wc/testing';
import { html } from 'lit';
import '../../../src/define/peer-feedback.js';
import { elementsOf } from '../../../src/testing/find-elements.js';
import { until } from '../../../src/testing/by-role.js';

/** The horizontal middle of the first and the last letter of a text, in px. */
function ends(text: Text): readonly [first: number, last: number] {
  const middle = (start: number): number => {
    const range = document.createRange();
    range.setStart(text, start);
    range.setEnd(text, start + 1);
    const { left, right } = range.getBoundingClientRect();
    return (left + right) / 2;
  };
  const words = text.data.trimEnd();
  return [middle(text.data.search(/\S/)), middle(words.length - 1)];
}

async function purposeIn(page: HTMLElement): Promise<Text> {
  await nextFrame();
  return until(() =>
    [...elementsOf(page)]
      .flatMap((element) => [...element.childNodes])
      .find((node): node is Text => node instanceof Text && node.data.includes('Say what you saw.')),
  );
}

describe('the direction of texts', () => {
  it('English in a page from right to left keeps its own direction and lines up on the right', async () => {
    const page = await fixture<HTMLElement>(html`<div dir="rtl"><milieu-peer-feedback></milieu-peer-feedback></div>`);
    const purpose = await purposeIn(page);
    const [first, last] = ends(purpose);
    expect(last, 'the full stop is right of the first letter').to.be.greaterThan(first);
    const box = page.getBoundingClientRect();
    expect(box.right - last, 'the text ends on the right').to.be.lessThan(first - box.left);
  });
});
