import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type RefusalCode, Refused, refusals } from '../../src/model/refusals.js';

const codes = Object.keys(refusals) as RefusalCode[];

describe('refusals', () => {
  for (const code of codes)
    it(`${code} has its own sentence that a person can read`, () => {
      const { sentence } = new Refused(code);
      assert.match(sentence, /^[A-Z][^!]{8,90}\.$/);
      assert.doesNotMatch(sentence, /milieu|rung|purge|transport|outbox|invalid|error|forbidden|flag/i);
      assert.equal(codes.filter((other) => refusals[other] === sentence).length, 1);
    });
});
