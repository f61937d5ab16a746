// docs/reference.md: what the manifest says, as tables.
const cell = (text = '') =>
  text
    .replace(/\s*\n\s*/g, ' ')
    .replace(/\|/g, '\\|')
    .replace(/<(?=[a-z])/g, '&lt;');
export const code = (text) => (text ? `\`${text.replace(/\s*\n\s*/g, ' ').replace(/\|/g, '\\|')}\`` : '');
/** A description: what stands in backticks is shown as it is. */
export const words = (text = '') =>
  text
    .split(/(`[^`]*`)/)
    .map((part) => (part.startsWith('`') ? code(part.slice(1, -1)) : cell(part)))
    .join('');
export const table = (head, rows) => (rows.length ? [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n') : '');
const section = (title, text) => (text ? `#### ${title}\n\n${text}` : '');
const anchor = (name) => `[\`${name}\`](#${name})`;
const signature = ({ name, parameters = [] }) => `${name}(${parameters.map((one) => `${one.name}: ${one.type.text}`).join(', ')})`;

export const fieldRows = (members = []) =>
  members.map((one) =>
    one.kind === 'method'
      ? [code(signature(one)), code(one.return.type.text), words(one.description)]
      : [code(one.name), code(one.type.text), words(one.description)],
  );

function chapter({ name, tagName, summary, description, members = [], events = [], slots = [], cssParts = [], cssProperties = [], cssStates = [] }) {
  const fields = members.filter(({ kind }) => kind === 'field');
  const named = (list, show = code) => list.map(({ name, description: what }) => [show(name), words(what)]);
  return [
    `### \`<${tagName}>\``,
    `${words(summary)} The class is ${code(name)}.`,
    words(description),
    section(
      'Properties and attributes',
      table(
        ['property', 'attribute', 'type', 'default', 'what'],
        fields.map((one) => [
          code(one.name) + (one.readonly ? ' (read only)' : ''),
          code(one.attribute),
          code(one.type.text),
          code(one.default),
          words(one.description),
        ]),
      ),
    ),
    section('Methods', table(['method', 'returns', 'what'], fieldRows(members.filter(({ kind }) => kind === 'method')))),
    section('Events', table(['event', 'when'], named(events, anchor))),
    section(
      'Slots',
      table(
        ['slot', 'what'],
        named(slots, (name) => (name ? code(name) : 'default')),
      ),
    ),
    section('Parts', table(['`::part()`', 'what'], named(cssParts))),
    section('States', table(['`:state()`', 'what'], named(cssStates))),
    cssProperties.length ? `Custom properties: ${cssProperties.map(({ name }) => code(name)).join(', ')}, see [below](#custom-properties).` : '',
  ]
    .filter(Boolean)
    .join('\n\n');
}

/** @param {any} manifest @param {any[]} status fields of `Status` @param {{ errors: any[], refusals: any[] }} codes */
export function reference({ modules }, status, { errors, refusals }) {
  const declared = modules.flatMap(({ declarations }) => declarations);
  const tags = declared.filter(({ tagName }) => tagName);
  const names = new Map(tags.flatMap(({ events = [] }) => events.map((event) => [event.type.text, event.name])));
  const properties = new Map(tags.flatMap(({ cssProperties = [] }) => cssProperties.map((one) => [one.name, one])));
  const events = declared.filter(({ name }) => names.has(name));
  const codes = table(
    ['code', 'what a host should know', 'sentence'],
    errors.map(({ code: name, text, description }) => [code(name), words(description), words(text)]),
  );
  const refused = table(
    ['code', 'sentence'],
    refusals.map(({ code: name, text }) => [code(name), words(text)]),
  );
  return [
    '# Reference',
    'Generated from the sources by `npm run manifest`; do not edit. The same is in `custom-elements.json`, for tools.',
    'Beside it: [functions and types](reference/api.md) of each entry of the package, [records](reference/records.md) with the fields, statuses and acts of each kind, and [strings](reference/strings.md) with every key.',
    '## Tags',
    ...tags.map(chapter),
    '## Events',
    'All of them bubble and are composed. None can be cancelled, and none has a `detail`: what they say are fields of the event.',
    ...events.map(({ name, description, members }) =>
      [`### ${names.get(name)}`, `${code(name)}. ${words(description)}`, table(['field', 'type', 'what'], fieldRows(members))].join('\n\n'),
    ),
    '## Custom properties',
    'Every widget reads them. Set them on any element around the widgets, such as `:root`.',
    table(
      ['property', 'syntax', 'default', 'what'],
      [...properties.values()].map((one) => [code(one.name), code(one.syntax), code(one.default), words(one.description)]),
    ),
    '## Status',
    'What `community.status` and the event `milieu-status` have.',
    table(['field', 'type', 'what'], fieldRows(status)),
    '## Error codes',
    'Of `milieu-error`, of `status.code`, and of every `MilieuError` that is thrown. The sentence is what people read, unless `strings` replaces it (`error.<code>`).',
    codes,
    '### Refusals',
    'Why an act was refused: `act()` rejects with them.',
    refused,
  ]
    .filter(Boolean)
    .join('\n\n');
}
