import { assert } from '@open-wc/testing';
import { render, type TemplateResult } from 'lit';
import { pacerBeats, pacerPicture, radiusOf } from '../../../src/elements/coping/pacer-drawing.js';
import { beforeAfterLine } from '../../../src/elements/coping/before-after-chart.js';
import { ring } from '../../../src/elements/meeting-agenda/agenda-ring.js';
import { circles } from '../../../src/elements/responsibility-ladder/circle-list.js';
import { scale } from '../../../src/elements/parts/scale.js';

const drawn = (template: TemplateResult): HTMLElement => {
  const room = document.createElement('div');
  document.body.append(room);
  render(template, room);
  return room;
};
afterEach(() => {
  document.body.replaceChildren();
});
const count = (room: HTMLElement, selector: string): number => room.querySelectorAll(selector).length;

describe('the scale from 0 to 10', () => {
  const question = (value: number | undefined, picked: (value: number) => void = () => undefined) =>
    drawn(scale({ name: 'now', legend: 'How is it?', low: 'nothing', high: 'all', value, picked }));

  it('no number is chosen until a person chooses one', () => {
    assert.equal(count(question(undefined), 'input:checked'), 0);
    assert.equal(question(0).querySelector<HTMLInputElement>('input:checked')?.value, '0');
  });

  it('the scale reports the chosen number and says what its ends mean', () => {
    const said: number[] = [];
    const room = question(undefined, (value) => said.push(value));
    room.querySelector<HTMLInputElement>('input[value="7"]')?.click();
    assert.deepEqual(said, [7]);
    const ends = room.querySelector('fieldset')?.getAttribute('aria-describedby') ?? '';
    assert.match(room.querySelector(`#${ends}`)?.textContent ?? '', /nothing.*all/s);
  });
});

describe('the line of before and after', () => {
  const both = (before: number, after: number) =>
    drawn(beforeAfterLine({ before, after, words: { before: 'Before', after: 'After', all: `Before ${before}, after ${after}` } }));

  it('the line of before and after is one image with all its words as its name', () => {
    const picture = both(8, 5).querySelector('[role=img]');
    assert.equal(picture?.getAttribute('aria-label'), 'Before 8, after 5');
  });

  it('the line of before and after is drawn between the two numbers, in either order', () => {
    for (const room of [both(8, 5), both(5, 8)]) {
      const { style } = room.querySelector('.pair') as HTMLElement;
      assert.deepEqual([style.getPropertyValue('--_low'), style.getPropertyValue('--_high')], ['5', '8']);
    }
  });

  it('the words at an end of the line are left out if a mark is there', () => {
    assert.equal(count(both(0, 5), '.zero'), 0);
    assert.equal(count(both(10, 5), '.ten'), 0);
    assert.equal(count(both(5, 5), '.zero, .ten'), 2);
  });
});

describe('the ring of a meeting', () => {
  it('the ring has one arc for each item: done, now, ahead', () => {
    const room = drawn(ring([4, 8, 6], 1, 0.5));
    assert.deepEqual(
      ['.done', '.now', '.now-bed', '.hand', '.ahead'].map((part) => count(room, part)),
      [1, 1, 1, 1, 1],
    );
  });

  it('the hand of the ring stays at the end when time is over, and the ring is bare without items', () => {
    const at = (fraction: number) =>
      drawn(ring([5, 5], 0, fraction))
        .querySelector('.hand')
        ?.getAttribute('cx');
    assert.equal(at(1), at(7));
    assert.notEqual(at(1), at(0.5));
    assert.equal(count(drawn(ring([], 0, 0)), '.bare'), 1);
  });
});

describe('circles', () => {
  it('the circles mark the one a person is in, and there is one for each step', () => {
    const room = drawn(
      circles(
        [
          { name: 'Welcome', is: 'was' },
          { name: 'Contributing', note: 'You are here', is: 'now' },
          { name: 'Leading', is: 'later' },
        ],
        'Circles',
      ),
    );
    assert.include(room.querySelector('[aria-current=step]')?.textContent, 'You are here');
    assert.equal(count(room, '.arc'), 3);
  });
});

describe('the pacer', () => {
  it('the pacer grows from empty to full and no further', () => {
    assert.deepEqual([radiusOf(0), radiusOf(1), radiusOf(2)], [46, 108, 108]);
    assert.equal(drawn(pacerPicture(80, '3')).querySelector('text')?.textContent, '3');
  });

  it('one dot fills each second, in-breath then out-breath', () => {
    const on = (begun: number) => drawn(pacerBeats({ in: 4, out: 6, begun, words: { in: 'In', out: 'Out' } }));
    assert.deepEqual(
      [...on(5).querySelectorAll('ol')].map((row) => row.querySelectorAll('.on').length),
      [4, 1],
    );
    assert.equal(count(on(0), '.on'), 0);
  });
});
