import assert from 'node:assert/strict';
import { afterEach, describe, test } from 'node:test';
import { toJson } from '../../src/model/json.js';

const prototypes = [Array.prototype, Object.prototype] as (object & { toJSON?: unknown })[];
const data = { list: ['a', ['b', { deep: [1, null, 'two'] }]], when: new Date(0), nothing: undefined, text: 'words' };

describe('JSON of data', () => {
  afterEach(() => prototypes.forEach((one) => delete one.toJSON));

  test('is what the language makes of it', () => {
    assert.equal(toJson(data), JSON.stringify(data));
    assert.equal(toJson(data, 2), JSON.stringify(data, undefined, 2));
    assert.equal(toJson('words'), '"words"');
  });

  for (const [index, name] of ['lists', 'objects'].entries())
    test(`is the same on a page whose script has given all ${name} a toJSON`, () => {
      const [usual, indented] = [toJson(data), toJson(data, 2)];
      prototypes[index]!.toJSON = () => 'spoiled';
      assert.notEqual(JSON.stringify(data), usual);
      assert.equal(toJson(data), usual);
      assert.equal(toJson(data, 2), indented);
      assert.equal(toJson(['a', 1]), '["a",1]');
    });
});
