import { type TokenName, tokens } from '../../src/tokens/index.js';

/** What a host can set, as stored in the form. A colour is any CSS colour; a length is in rem. */
export interface Brand {
  readonly accent: string;
  readonly inkLight: string;
  readonly inkDark: string;
  readonly surfaceLight: string;
  readonly surfaceDark: string;
  readonly radius: number;
  readonly space: number;
}
export type Scheme = 'light' | 'dark';

const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });

/** Red, green and blue, 0 to 255, as a screen shows the colour. */
export function paint(color: string): readonly number[] {
  if (!canvas) throw new Error('This browser gives no canvas.');
  canvas.clearRect(0, 0, 1, 1);
  canvas.fillStyle = color;
  canvas.fillRect(0, 0, 1, 1);
  return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
}

export const hex = (color: string): string =>
  `#${paint(color)
    .map((part) => part.toString(16).padStart(2, '0'))
    .join('')}`;

export const isColor = (text: string): boolean => CSS.supports('color', text) && !/var\(|light-dark\(/.test(text);

const { light: accent } = tokens['system.color.brand'];
const { light: inkLight, dark: inkDark } = tokens['system.color.pen'];
const { light: surfaceLight, dark: surfaceDark } = tokens['system.color.paper'];

/** The default brand, from the source of the tokens. */
export const ours: Brand = {
  accent: hex(accent),
  inkLight: hex(inkLight),
  inkDark: hex(inkDark),
  surfaceLight: hex(surfaceLight),
  surfaceDark: hex(surfaceDark),
  radius: parseFloat(tokens['system.radius.control'].light),
  space: parseFloat(tokens['system.space.unit'].light),
};

/** Brands of invented places to start from. */
export const examples: Readonly<Record<string, Brand>> = {
  'City hospital': {
    accent: '#0b4ea2',
    inkLight: '#14202e',
    inkDark: '#e6ebf2',
    surfaceLight: '#ffffff',
    surfaceDark: '#1b2129',
    radius: 0,
    space: 0.25,
  },
  'Farm community': {
    accent: '#8a3b12',
    inkLight: '#2c2118',
    inkDark: '#f0e6da',
    surfaceLight: '#fbf6ec',
    surfaceDark: '#29221c',
    radius: 0.9375,
    space: 0.28125,
  },
  'Night ward': {
    accent: '#f2c14e',
    inkLight: '#1a1d21',
    inkDark: '#eceae4',
    surfaceLight: '#f4f5f6',
    surfaceDark: '#1a1d21',
    radius: 0.25,
    space: 0.21875,
  },
};

type Part = keyof Brand;
const set: readonly (readonly [token: TokenName, light: Part, dark?: Part])[] = [
  ['system.color.brand', 'accent'],
  ['system.color.pen', 'inkLight', 'inkDark'],
  ['system.color.paper', 'surfaceLight', 'surfaceDark'],
  ['system.radius.control', 'radius'],
  ['system.space.unit', 'space'],
];

const changed = (brand: Brand) => set.filter(([, light, dark]) => brand[light] !== ours[light] || (dark !== undefined && brand[dark] !== ours[dark]));
const publicName = (token: TokenName): string => {
  const { [token]: found } = tokens;
  return 'public' in found ? found.public : '';
};
const written = (value: string | number): string => (typeof value === 'number' ? `${value}rem` : value);

/** The custom properties that differ from the default brand, by name. */
export const variables = (brand: Brand): Readonly<Record<`--${string}`, string>> =>
  Object.fromEntries(
    changed(brand).map(([token, light, dark]) => [
      publicName(token),
      dark ? `light-dark(${written(brand[light])}, ${written(brand[dark])})` : written(brand[light]),
    ]),
  );

/** A CSS rule for a host's page, or nothing if all values are the defaults. */
export function asCss(brand: Brand): string {
  const lines = Object.entries(variables(brand)).map(([name, value]) => `  ${name}: ${value};`);
  return lines.length > 0 ? `:root {\n${lines.join('\n')}\n}\n` : '';
}

const colorValue = (color: string) => ({
  colorSpace: 'srgb',
  components: paint(color).map((part) => Number((part / 255).toFixed(4))),
  hex: hex(color),
});
const tokenValue = (value: string | number) => (typeof value === 'number' ? { value, unit: 'rem' } : colorValue(value));

/** The same as Design Tokens, with the paths of our own file, so that the two files can be merged. */
export function asTokens(brand: Brand): string {
  const root: Record<string, unknown> = {};
  for (const [path, light, dark] of changed(brand)) {
    const names = path.split('.');
    let group = root;
    for (const name of names) group = (group[name] ??= {}) as Record<string, unknown>;
    group['$type'] = typeof brand[light] === 'number' ? 'dimension' : 'color';
    group['$value'] = tokenValue(brand[light]);
    if (dark) group['$extensions'] = { 'org.milieu-elements': { dark: tokenValue(brand[dark]) } };
  }
  return Object.keys(root).length > 0 ? `${JSON.stringify(root, null, 2)}\n` : '';
}
