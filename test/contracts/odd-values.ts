/** Values that are invalid for every property: each has a name and is created for each use. */
export const shapes: readonly (readonly [string, () => unknown])[] = [
  ['null', () => null],
  ['a number', () => 7],
  ['not a number', () => NaN],
  ['a big integer', () => 10n],
  ['true', () => true],
  ['a symbol', () => Symbol('north')],
  ['a function', () => (): never => fail()],
  ['a long text', () => 'n'.repeat(100_000)],
  ['an empty object', () => ({})],
  ['an object without a prototype', () => Object.create(null) as unknown],
  ['a list of nothing', () => [null, undefined]],
  ['a list of lists', () => [[['a']]]],
  ['a list with a raw', () => Object.assign(['<b>bold</b>'], { raw: ['<b>bold</b>'] })],
  ['a template in disguise', () => disguise()],
  ['a list of templates in disguise', () => [disguise()]],
  ['an object whose getters throw', () => thrower(['id', 'people', 'send', 'reminders', 'title', 'where', 'name', 'toJSON'])],
  ['a list of objects whose getters throw', () => [thrower(['id', 'name', 'title', 'as'])]],
  ['a proxy that throws', () => new Proxy({}, { get: fail, has: fail, ownKeys: fail, getPrototypeOf: fail, getOwnPropertyDescriptor: fail })],
  ['an object that names itself', () => loop()],
  ['a date', () => new Date(NaN)],
  ['a map', () => new Map([['id', 'p-1']])],
  ['an element', () => document.createElement('b')],
];

function fail(): never {
  throw new TypeError('nobody may ask');
}

/** What Lit would take for one of its templates, if it came from JSON. */
const disguise = (): unknown => ({ _$litType$: 1, strings: Object.assign(['<b>bold</b>'], { raw: ['<b>bold</b>'] }), values: [] });

function thrower(names: readonly string[]): object {
  const object = {};
  for (const name of names) Object.defineProperty(object, name, { enumerable: false, get: fail });
  return object;
}

function loop(): unknown {
  const object: Record<string, unknown> = { id: 'p-1', name: 'Ana', as: 'resident' };
  object['self'] = object;
  return object;
}
