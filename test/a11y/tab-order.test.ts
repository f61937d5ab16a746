import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { sourceFiles } from '../../scripts/entries.mjs';

/** Tags of views that a template gives a tabindex: with -1, nothing inside the view can be reached with the Tab key. */
const viewsWithTabindex = (source: string): readonly string[] => [...source.matchAll(/<(milieu-[a-z-]+)\b[^>]*?\stabindex/g)].map(([, tag]) => tag!);

describe('the order of the Tab key', () => {
  test('no template gives a view a tabindex, which would take its buttons out of the order', () => {
    const found = sourceFiles().flatMap((file) => viewsWithTabindex(readFileSync(file, 'utf8')).map((tag) => `${file}: ${tag}`));
    assert.deepEqual(found, []);
  });

  test('a view with a tabindex is found', () => {
    assert.deepEqual(viewsWithTabindex('<milieu-help-call level="2" tabindex="-1" ?quiet=${this.quiet}>'), ['milieu-help-call']);
    assert.deepEqual(viewsWithTabindex('<h2 tabindex="-1">'), []);
  });
});
