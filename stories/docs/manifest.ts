import manifest from '../../custom-elements.json';

interface Named {
  readonly name: string;
  readonly description?: string;
  readonly type?: { readonly text: string };
}
interface Member extends Named {
  readonly kind: string;
  readonly attribute?: string;
  readonly default?: string;
  readonly privacy?: string;
}
/** What the manifest says of a tag. */
export interface Declared {
  readonly tagName?: string;
  readonly description?: string;
  readonly summary?: string;
  readonly members?: readonly Member[];
  readonly events?: readonly Named[];
  readonly slots?: readonly Named[];
  readonly cssProperties?: readonly (Named & { readonly syntax: string; readonly default: string })[];
  readonly cssParts?: readonly Named[];
  readonly cssStates?: readonly Named[];
}

export function declared(tag: string): Declared | undefined {
  const declarations = manifest.modules.flatMap((module) => module.declarations as readonly Declared[]);
  return declarations.find(({ tagName }) => tagName === tag);
}

const words = (tag: string): string => tag.replace('milieu-', '').replaceAll('-', ' ');
/** `milieu-peer-feedback` is called “Peer feedback”. */
export const nameOfTag = (tag: string): string => words(tag).charAt(0).toUpperCase() + words(tag).slice(1);
