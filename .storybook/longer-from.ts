const accents: Readonly<Record<string, string>> = { a: 'á', e: 'ë', i: 'ï', o: 'ö', u: 'ü', c: 'ç', n: 'ñ' };

/** Makes text about a third longer, as in German and Finnish, and adds accents. Filled-in values stay unchanged. */
const longer = (text: string): string =>
  text
    .split(/(\{[^}]*\})/)
    .map((part) =>
      part.startsWith('{')
        ? part
        : part
            .replace(/[aeioucn]/g, (letter) => accents[letter] ?? letter)
            .replace(/[áëïöü]/g, (vowel, at: number) => (at % 2 ? vowel : vowel + vowel)),
    )
    .join('');

/** Longer words for each string in the tables that the modules export. */
export function longerFrom(modules: readonly Readonly<Record<string, unknown>>[]): Readonly<Record<string, string>> {
  const tables = modules.flatMap((exported) => Object.entries(exported).flatMap(([name, table]) => (name.endsWith('Strings') ? [table] : [])));
  const entries = tables.flatMap((table) => Object.entries(table as Readonly<Record<string, string>>));
  return Object.fromEntries(entries.map(([key, text]) => [key, longer(text)]));
}
