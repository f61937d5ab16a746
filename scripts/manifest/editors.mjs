// What editors and language models read, from the manifest: data for VS Code, web-types for JetBrains, llms.txt.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { getWebTypesData } from 'custom-element-jet-brains-integration';
import { generateVsCodeCustomElementData } from 'custom-element-vs-code-integration';

const once = (list) => [...new Map(list.map((one) => [one.name, one])).values()];
const json = (value) => `${JSON.stringify(value, null, 2)}\n`;

/** The generator lists a custom property once for each tag, and then an editor offers it seven times. */
function writeVsCode(manifest, folder) {
  generateVsCodeCustomElementData(structuredClone(manifest), { outdir: folder, hideLogs: true });
  const path = join(folder, 'vscode.css-custom-data.json');
  const { properties, pseudoElements, ...rest } = JSON.parse(readFileSync(path, 'utf8'));
  writeFileSync(path, json({ ...rest, properties: once(properties), pseudoElements: once(pseudoElements) }));
}

function writeWebTypes(manifest, folder) {
  const data = JSON.parse(getWebTypesData(structuredClone(manifest), { packageJson: false, hideLogs: true }));
  const { css } = data.contributions;
  for (const [kind, list] of Object.entries(css)) css[kind] = once(list);
  writeFileSync(join(folder, 'web-types.json'), json(data));
}

const line = (text = '') => text.replace(/\s*\n\s*/g, ' ');
const item = (name, type, text) => `- \`${name}\`${type ? ` (${type})` : ''}: ${line(text)}`;
const list = (title, lines) => (lines.length ? `${title}:\n\n${lines.join('\n')}` : '');

function chapter({ tagName, description, members = [], events = [], slots = [], cssParts = [] }) {
  const fields = members.filter(({ kind }) => kind === 'field');
  const methods = members.filter(({ kind }) => kind === 'method');
  return [
    `### <${tagName}>`,
    line(description),
    list(
      'Attributes',
      fields.filter(({ attribute }) => attribute).map((one) => item(one.attribute, one.type.text, one.description)),
    ),
    list(
      'Properties without an attribute',
      fields.filter(({ attribute }) => !attribute).map((one) => item(one.name, one.type.text, one.description)),
    ),
    list(
      'Methods',
      methods.map((one) => item(`${one.name}()`, one.return.type.text, one.description)),
    ),
    list(
      'Events',
      events.map((one) => item(one.name, one.type.text, one.description)),
    ),
    list(
      'Slots',
      slots.map((one) => item(one.name || 'default', '', one.description)),
    ),
    list(
      'Parts',
      cssParts.map((one) => item(one.name, '', one.description)),
    ),
  ];
}

/** @param {any} manifest @param {{ name: string, version: string, description: string }} about */
function llms({ modules }, { name, version, description }) {
  const declared = modules.flatMap(({ declarations }) => declarations);
  const tags = declared.filter(({ tagName }) => tagName);
  const styles = once(tags.flatMap(({ cssProperties = [] }) => cssProperties));
  return [
    `# ${name} ${version}`,
    `> ${description}`,
    "Register all tags with `import 'milieu-elements/define'`, or one with `import 'milieu-elements/define/peer-feedback.js'`. Put widgets into one `<milieu-community>` that says who acts. What people write is stored on the device; a listener of `milieu-deliver` on `document` sends it: `document.addEventListener('milieu-deliver', (e) => e.waitUntil(fetch('/api/milieu', e.request)))`. Types of the tags for frameworks: `milieu-elements/react`, `/preact`, `/vue`, `/svelte`. Events are not CustomEvents: what they say are fields, there is no `detail`. Never put a name into `person`: it is an opaque id.",
    '## Tags',
    ...tags.flatMap(chapter),
    '## Events',
    ...declared
      .filter((one) => one.name.endsWith('Event'))
      .flatMap((one) => [
        `### ${one.name}`,
        line(one.description),
        list(
          'Fields',
          one.members.map((member) => item(member.name, member.type?.text, member.description)),
        ),
      ]),
    '## Custom properties',
    styles.map((one) => item(one.name, one.syntax, one.description)).join('\n'),
  ]
    .filter(Boolean)
    .join('\n\n');
}

/** Writes `vscode.html-custom-data.json`, `vscode.css-custom-data.json`, `web-types.json` and `llms.txt` into `folder`. */
export function writeForEditors(manifest, about, folder) {
  writeVsCode(manifest, folder);
  writeWebTypes(manifest, folder);
  writeFileSync(join(folder, 'llms.txt'), `${llms(manifest, about)}\n`);
}
