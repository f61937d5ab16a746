import manifest from '../../custom-elements.json' with { type: 'json' };
import type { Described } from './element.contract.js';

/** Properties that a widget sets on its own views; a host does not use them. */
const inner = new Set(['acts', 'community']);

interface Declaration {
  readonly tagName: string;
  readonly events?: readonly { readonly name: string }[];
  readonly members?: readonly { readonly name: string; readonly kind: string; readonly readonly?: boolean; readonly static?: boolean }[];
}

function readTag({ tagName, events = [], members = [] }: Declaration): Described {
  const fields = members.filter(({ kind, readonly, name, static: ofClass }) => kind === 'field' && !readonly && !ofClass && !inner.has(name));
  return { tag: tagName, events: events.map(({ name }) => name), properties: fields.map(({ name }) => name) };
}

/** Every public tag in the manifest. */
export const described: readonly Described[] = manifest.modules.flatMap(({ declarations }) => declarations as readonly Declaration[]).map(readTag);

/** The widgets alone. */
export const widgets = described.filter(({ tag }) => tag !== 'milieu-community');
