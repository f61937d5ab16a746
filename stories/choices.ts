import { cards } from '../src/content/cards.js';

interface Choice {
  readonly control: { readonly type: 'select'; readonly labels?: Readonly<Record<string, string>> };
  readonly options: readonly string[];
  readonly mapping: Readonly<Record<string, undefined>>;
}

/** A select with a first option that leaves the attribute out. */
const choice = (none: string, options: readonly string[], labels: Readonly<Record<string, string>> = {}): Choice => ({
  control: { type: 'select', labels: { ...labels, [none]: none } },
  options: [none, ...options],
  mapping: { [none]: undefined },
});

/** The control for `view`: the pages that the widget says it has. */
export function viewChoice(tag: string): Choice {
  const names: unknown = Reflect.get(document.createElement(tag), 'pageNames');
  if (!Array.isArray(names)) throw new Error(`<${tag}> does not say which pages it has`);
  return choice('Every page', names as readonly string[]);
}

/** The control for `card`: the starter cards, by id and title. */
export const cardChoice = (): Choice =>
  choice(
    'The first one',
    cards.map(({ id }) => id),
    Object.fromEntries(cards.map(({ id, title }) => [id, `${id}: ${title}`])),
  );
