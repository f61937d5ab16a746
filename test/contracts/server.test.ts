import assert from 'node:assert/strict';
import { test } from 'node:test';
import { render } from '@lit-labs/ssr';
import { collectResult } from '@lit-labs/ssr/lib/render-result.js';
import { html } from 'lit';
import { registerLocale } from '../../src/elements/community/index.js';
import manifest from '../../custom-elements.json' with { type: 'json' };
import '../../src/define/index.js';

const tags = manifest.modules.flatMap(({ declarations }) =>
  declarations.flatMap(({ tagName = '' }) => (tagName === '' || tagName === 'milieu-community' ? [] : [tagName])),
);

/** What a server sends for a tag, without its styles and the marks of Lit. */
async function rendered(tag: string, attributes = ''): Promise<string> {
  const markup = [`<${tag} ${attributes}><p>Call the office.</p></${tag}>`];
  const text = await collectResult(render(html(Object.assign(markup, { raw: markup }))));
  return text.replace(/<style>[\s\S]*?<\/style>|<!--.*?-->/g, '');
}

for (const tag of tags)
  test(`a server renders <${tag}> with a heading and the host's own text, and nothing to press`, async () => {
    const text = await rendered(tag);
    assert.match(
      text,
      /<template shadowroot="open" shadowrootmode="open">[\s\S]*<h2 part="heading">[^<]{5,}<\/h2>[\s\S]*<slot><\/slot>[\s\S]*<\/template>/,
    );
    assert.ok(text.endsWith(`<p>Call the office.</p></${tag}>`), text.slice(-80));
    assert.doesNotMatch(text, /<button|<input|<milieu-(?!.*><template)/);
  });

test('a server renders the host’s heading, and reads the language from the tag itself', async () => {
  assert.match(await rendered('milieu-meeting-agenda', 'heading="Our circle"'), /<h2 part="heading">Our circle<\/h2>/);
  registerLocale('es', { 'meeting.title': 'Reunión de la comunidad' });
  assert.match(await rendered('milieu-meeting-agenda', 'lang="es"'), /<h2 part="heading">Reunión de la comunidad<\/h2>/);
  assert.match(await rendered('milieu-meeting-agenda'), /<h2 part="heading">Community meeting<\/h2>/);
});

test('a server renders what is inside a community, and writes no name that it was not given as an attribute', async () => {
  const people = [{ id: 'p-sam', name: 'Sam', as: 'resident' }];
  const text = await collectResult(render(html`<milieu-community .people=${people}><milieu-help></milieu-help></milieu-community>`));
  assert.match(text, /<milieu-help[\s\S]*Need someone\?/);
  assert.doesNotMatch(text, /Sam/);
});
