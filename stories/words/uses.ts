/** A place in the sources where a string is shown, and as what. */
export interface Use {
  readonly file: string;
  readonly as: string;
}
export type Sources = readonly (readonly [file: string, text: string])[];

/** What a tag makes of the string inside it. */
const ofTag: readonly (readonly [RegExp, string])[] = [
  [/^(button|summary)$/, 'Button'],
  [/^(h[1-6]|legend)$/, 'Heading'],
  [/^(label|dt|th)$/, 'Label'],
  [/^option$/, 'Choice in a list'],
];
/** What the key says about the string, whatever the tag is. */
const ofKey: readonly (readonly [RegExp, string])[] = [
  [/\.problem[.-]|\.(bad|missing)-/, 'What is missing, at its field'],
  [/-hint\b/, 'Hint at a field'],
  [/\.page\./, 'Name of a page'],
  [/^error\./, 'What went wrong'],
];
const before = 400;

/** A sentence unless something more is known. */
function roleOf(key: string, text: string, at: number): string {
  const known = ofKey.find(([pattern]) => pattern.test(key));
  if (known) return known[1];
  const ahead = text.slice(Math.max(0, at - before), at);
  if (/aria-label=["\w: $]*\{?[^<>]*$/.test(ahead.slice(-60)) && /aria-label=/.test(ahead.slice(-60))) return 'Name for screen readers';
  if (/\.?(label|legend)=\$\{[^<>]*$/.test(ahead)) return 'Label';
  const tag = /<([a-z][\w-]*)[^<]*$/.exec(ahead)?.[1] ?? '';
  return ofTag.find(([pattern]) => pattern.test(tag))?.[1] ?? 'Text';
}

/** `feedback.room.one` is found as `feedback.room`: the code asks for a count. */
export const withoutCount = (key: string): string => key.replace(/\.(zero|one|two|few|many|other)$/, '');

interface Found {
  readonly at: number;
  readonly matches: (key: string) => boolean;
}

/** Every string literal and template in a file that can be a key. */
function literals(text: string): readonly Found[] {
  const plain = [...text.matchAll(/'([a-z][\w-]*(?:\.[\w-]+)+)'/g)].map(({ index, 1: key }): Found => ({ at: index, matches: (one) => one === key }));
  const filled = [...text.matchAll(/`([a-z][\w-]*\.(?:[\w.-]|\$\{[^}`]*\})*)`/g)].map(({ index, 1: template = '' }): Found => {
    const pattern = new RegExp(`^${template.replaceAll('.', '\\.').replace(/\$\{[^}]*\}/g, '[\\w-]+')}$`);
    return { at: index, matches: (one) => pattern.test(one) };
  });
  return [...plain, ...filled];
}

/** Where each key is shown. Keys that nothing asks for by name have no entry. */
export function usesOf(keys: readonly string[], sources: Sources): ReadonlyMap<string, readonly Use[]> {
  const found = new Map<string, Use[]>();
  for (const [file, text] of sources)
    for (const { at, matches } of literals(text))
      for (const key of keys) {
        if (!matches(key) && !matches(withoutCount(key))) continue;
        const uses = found.get(key) ?? [];
        if (!uses.some((use) => use.file === file)) found.set(key, [...uses, { file, as: roleOf(key, text, at) }]);
      }
  return found;
}
