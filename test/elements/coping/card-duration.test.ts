import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Card } from '../../../src/content/card.js';
import { minutesOf } from '../../../src/elements/coping/card-duration.js';
import { copingStrings } from '../../../src/elements/coping/strings.js';
import { filled } from '../../../src/elements/language/strings.js';

const said = (duration: Pick<Card, 'seconds' | 'upTo'>): string =>
  minutesOf(duration, (key, values = {}) => {
    const form = key === 'coping.minutes' ? (`${key}.${values['count'] === 1 ? 'one' : 'other'}` as const) : key;
    return filled(copingStrings[form], values);
  });

test('the duration of a card is said as it is, half a minute too', () => {
  assert.equal(said({ seconds: 30 }), 'Half a minute');
  assert.equal(said({ seconds: 30, upTo: 120 }), 'Half a minute to 2 minutes');
  assert.equal(said({ seconds: 60 }), 'About 1 minute');
  assert.equal(said({ seconds: 60, upTo: 180 }), '1 to 3 minutes');
  assert.equal(said({ seconds: 900 }), 'About 15 minutes');
});
