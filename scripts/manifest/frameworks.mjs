// The types of the tags for frameworks, from the manifest. The generators that exist wrap our events in `CustomEvent`, and name `Person` without
// importing it. Here each property has the type of the class, so that it cannot differ from it.
const docs = (text, indent = '') => `${indent}/** ${text.replace(/\*\//g, '* /').replace(/\s*\n\s*/g, ' ')} */\n`;
/** What an attribute takes besides its type: markup has only text. */
const attributeType = ({ type }) => (type.text === 'number' ? 'number | `${number}`' : type.text);
const key = (name) => (/^\w+$/.test(name) ? name : `'${name}'`);

/** @param {any} tag one declaration of the manifest */
function interfaces({ name, summary, members = [], attributes = [], events = [] }) {
  const fields = members.filter(({ kind, readonly }) => kind === 'field' && !readonly);
  const properties = fields.map((one) => `${docs(one.description, '  ')}  ${key(one.name)}?: ${name}['${one.name}'];`);
  const others = attributes
    .filter((attribute) => attribute.name !== attribute.fieldName)
    .map((attribute) => `${docs(attribute.description, '  ')}  ${key(attribute.name)}?: ${attributeType(attribute)};`);
  const fired = events.map((event) => `${docs(event.description, '  ')}  ${key(event.name)}: ${event.type.text};`);
  return `${docs(summary)}export interface ${name}Props {\n${[...properties, ...others].join('\n')}\n}
export interface ${name}Events {\n${fired.join('\n')}\n}\n`;
}

/** @param {any[]} tags */
function tagTypes(tags) {
  const events = tags.flatMap((tag) => tag.events.map(({ type }) => type.text));
  const names = [...new Set([...tags.map(({ name }) => name), ...events])];
  const rows = tags.map(
    ({ tagName, name }) => `  '${tagName}': { readonly element: ${name}; readonly props: ${name}Props; readonly events: ${name}Events };`,
  );
  return `// Generated from custom-elements.json.
import type { ${names.join(', ')} } from '../index.js';

${tags.map(interfaces).join('\n')}
/** What may be written on each tag, for the types of frameworks. */
export interface MilieuTags {
${rows.join('\n')}
}
export interface MilieuTag {
  readonly element: HTMLElement;
  readonly props: object;
  readonly events: object;
}
`;
}

const listeners = (...keys) =>
  keys.map((name) => `{ [Name in keyof T['events'] & string as ${name}]?: (event: T['events'][Name]) => void }`).join(' & ');
const imported = "import type { MilieuTag, MilieuTags } from './tags.js';";
const elements = 'type Elements = { [Name in keyof MilieuTags]: Element<MilieuTags[Name]> };';
/** An own property wins over one of HTML with the same name, such as \`about\` of RDFa. */
const element = (html, props, ...more) => `type Element<T extends MilieuTag> = Omit<${html}, keyof T['props']> & ${[props, ...more].join(' & ')};`;

const react = `import type { DetailedHTMLProps, HTMLAttributes } from 'react';
${imported}

${element("DetailedHTMLProps<HTMLAttributes<T['element']>, T['element']>", "T['props']", '{ class?: string }', listeners('`on${Name}`'))}
${elements}

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements extends Elements {}
  }
}
`;

const preact = `import type { HTMLAttributes } from 'preact';
${imported}

${element("HTMLAttributes<T['element']>", "T['props']", listeners('`on${Name}`'))}
${elements}

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements extends Elements {}
  }
}
`;

const vue = `import type { HTMLAttributes, ReservedProps } from 'vue';
${imported}

/** Vue knows props and listeners by their names in camel case. \`lock-after="15"\` and \`:lock-after="15"\` are one prop. */
type Camel<Name extends string> = Name extends \`\${infer Head}-\${infer Tail}\` ? \`\${Head}\${Capitalize<Camel<Tail>>}\` : Name;
${element('HTMLAttributes & ReservedProps', "Props<T['props']>", '{ [data: `data${string}`]: unknown }', listeners('`on${Capitalize<Camel<Name>>}`'))}
type Props<P> = { [Name in keyof P as Camel<Name & string>]: P[Name] };
/** Children stand in the page itself, also those with \`slot="…"\`. */
type Component<T extends MilieuTag> = new () => { $props: Element<T>; $slots: { default?: () => unknown } };
type Components = { [Name in keyof MilieuTags]: Component<MilieuTags[Name]> };

declare module 'vue' {
  interface GlobalComponents extends Components {}
  /** Vue has no type for the attribute that puts an element into a slot of a shadow root. */
  interface HTMLAttributes {
    slot?: string;
  }
}
`;

const svelte = `import type { HTMLAttributes } from 'svelte/elements';
${imported}

${element("HTMLAttributes<T['element']>", "T['props']", listeners('`on${Name}`', '`on:${Name}`'))}
${elements}

declare module 'svelte/elements' {
  interface SvelteHTMLElements extends Elements {}
}
`;

/**
 * File name to text. The modules are empty, so that an import for the types alone also loads without a compiler.
 * @param {any[]} tags
 */
export const frameworkTypes = (tags) => ({
  'frameworks/tags.d.ts': tagTypes(tags),
  ...Object.fromEntries(
    Object.entries({ react, preact, vue, svelte }).flatMap(([name, text]) => [
      [`frameworks/${name}.d.ts`, text],
      [`frameworks/${name}.js`, 'export {};\n'],
    ]),
  ),
});
