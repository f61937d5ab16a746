import manifest from '../../custom-elements.json' with { type: 'json' };
import type { Described } from './element.contract.js';

interface Declaration {
  readonly tagName: string;
  readonly events?: readonly { readonly name: string }[];
  readonly members?: readonly { readonly name: string; readonly kind: string; readonly readonly?: boolean; readonly static?: boolean }[];
}

function readTag({ tagName, events = [], members = [] }: Declaration): Described {
  const fields = members.filter(({ kind, readonly, static: ofClass }) => kind === 'field' && !readonly && !ofClass);
  return { tag: tagName, events: events.map(({ name }) => name), properties: fields.map(({ name }) => name) };
}

const declarations = manifest.modules.flatMap((module) => module.declarations as readonly Partial<Declaration>[]);

/** Every public tag in the manifest. */
export const described: readonly Described[] = declarations.filter((one): one is Declaration => one.tagName !== undefined).map(readTag);

/** The widgets alone. */
export const widgets = described.filter(({ tag }) => tag !== 'milieu-community');
