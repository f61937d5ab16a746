import { assert } from '@open-wc/testing';
import { colorsOf, contrastOf, tokens } from '../../src/tokens/index.js';
import { type Brand, grid, hard, type Scheme, wear, whereAsked } from './brands.js';

const schemes: readonly Scheme[] = ['light', 'dark'];
const round = [0, 30, 60, 90, 120, 150, 180, 210, 240, 270, 300, 330];

const hosts: Readonly<Record<string, Brand>> = {
  'the default': {},
  'a yellow accent': { '--milieu-accent': '#ffd400' },
  'a neon accent': { '--milieu-accent': '#39ff14' },
  'a pale accent, half see-through': { '--milieu-accent': '#f4f4ff80' },
  'an accent for each scheme': { '--milieu-accent': 'light-dark(#fff, #000)' },
  "a host's own ink and surface": { '--milieu-ink': 'light-dark(#2b1d3a, #f1e9ff)', '--milieu-surface': 'light-dark(#fff, #141018)' },
  'a dark surface alone': { '--milieu-surface': '#1a1d21' },
  'a white surface alone': { '--milieu-surface': '#fff' },
  'a pale ink alone': { '--milieu-ink': '#eceae4' },
  'ink and surface of one colour': { '--milieu-ink': '#888', '--milieu-surface': '#888' },
  'ink and surface turned round': { '--milieu-ink': '#fff', '--milieu-surface': '#000' },
  'a surface that lets the page through': { '--milieu-surface': 'transparent' },
  'an ink that fades': { '--milieu-ink': 'rgb(0 0 0 / 0.3)' },
};

describe('colour contrast', () => {
  it('checks every colour that people read or must see', () => {
    const asked = contrastOfDefault().length;
    assert.isAtLeast(asked, 30);
  });

  for (const scheme of schemes)
    for (const [name, set] of Object.entries(hosts)) it(`the contrast is enough: ${scheme}, ${name}`, () => assert.deepEqual(hard(scheme, set), []));

  for (const scheme of schemes)
    it(`the contrast is enough with any accent: ${scheme}`, () => {
      const low = [...grid([0, 0.3, 0.46, 0.6, 0.78, 0.9, 1], [0, 0.06, 0.18, 0.37], round)].flatMap((accent) =>
        hard(scheme, { '--milieu-accent': accent }),
      );
      assert.deepEqual(low.slice(0, 9), []);
    }).timeout(60_000);

  for (const scheme of schemes)
    it(`the contrast is enough with any ink on any surface: ${scheme}`, () => {
      const inks = [...grid([0, 0.33, 0.6, 0.9, 1], [0, 0.2], [30, 150, 270])];
      const low = [...grid([0, 0.28, 0.6, 0.93, 0.97, 1], [0, 0.15], [30, 100, 200, 280])].flatMap((surface) =>
        inks.flatMap((ink) => hard(scheme, { '--milieu-surface': surface, '--milieu-ink': ink, '--milieu-accent': ink })),
      );
      assert.deepEqual(low.slice(0, 9), []);
    }).timeout(60_000);
});

const contrastOfDefault = () => wear('light', {}, contrastOf);

describe('a host that sets a value that is not a colour', () => {
  it('a button keeps its words when the host sets a value that is not a colour', () => {
    const seen = wear('light', { '--milieu-accent': 'teal-ish' }, (host) => {
      const button = document.createElement('button');
      button.style.background = 'var(--_accent)';
      button.style.color = 'var(--_on-accent)';
      host.shadowRoot?.append(button);
      const { backgroundColor, color } = getComputedStyle(button);
      return { backgroundColor, color, plain: getComputedStyle(host).color };
    });
    assert.equal(seen.backgroundColor, 'rgba(0, 0, 0, 0)');
    assert.equal(seen.color, seen.plain);
  });
});

describe('the settings of a person’s device', () => {
  it('with “more contrast” the contrast is enhanced, whatever colours the host set', () => {
    const tag = whereAsked('tokens-more-contrast', '(prefers-contrast: more)');
    const low = schemes.flatMap((scheme) => Object.values(hosts).flatMap((set) => hard(scheme, set, tag, 7 / 4.5)));
    assert.deepEqual(low, []);
  });

  it('with “more contrast” quiet words use the full ink colour and edges are twice as thick', () => {
    const [colors, edge] = wear('light', {}, (host) => [colorsOf(host), edgeOf(host)] as const, 'tokens-more-contrast');
    assert.equal(colors.get('system.color.ink-quiet'), colors.get('system.color.ink'));
    assert.equal(edge, '2px');
    assert.equal(wear('light', {}, edgeOf), '1px');
  });

  it('with forced colours only system colours are used', () => {
    const tag = whereAsked('tokens-forced', '(forced-colors: active)');
    const colors = wear('light', { '--milieu-accent': 'lime', '--milieu-surface': 'pink' }, colorsOf, tag);
    const system = new Set(['Canvas', 'CanvasText', 'Field', 'Highlight', 'HighlightText'].map(painted));
    const own = [...colors].filter(([name, color]) => !/\.(brand|paper|pen)$/.test(name) && !system.has(color));
    assert.deepEqual(own, []);
  });

  it('on paper the widget is black on white, also when the page is dark', () => {
    const tag = whereAsked('tokens-print', 'print');
    const colors = wear('dark', { '--milieu-surface': 'pink' }, colorsOf, tag);
    const own = [...colors].filter(
      ([name, color]) => !/\.(brand|paper|pen)$/.test(name) && color !== 'rgb(0, 0, 0)' && color !== 'rgb(255, 255, 255)',
    );
    assert.deepEqual(own, []);
    assert.deepEqual(hard('dark', { '--milieu-accent': 'yellow' }, tag), []);
  });
});

function edgeOf(host: HTMLElement): string {
  const field = document.createElement('input');
  field.style.border = 'var(--_edge)';
  host.shadowRoot?.append(field);
  return getComputedStyle(field).borderTopWidth;
}

function painted(color: string): string {
  return wear('light', {}, (host) => {
    host.style.color = color;
    return getComputedStyle(host).color;
  });
}

describe('the list of tokens', () => {
  for (const scheme of schemes)
    it(`the typed tokens have the colours that the browser computes on a ${scheme} page`, () => {
      const off = wear(scheme, {}, (host) => {
        const colors = colorsOf(host);
        return [...colors].flatMap(([name, color]) => {
          const token: { light: string; dark?: string } = tokens[name];
          const said = painted(scheme === 'dark' ? (token.dark ?? token.light) : token.light);
          return closeTo(said, color) ? [] : [`${name}: ${said} is said, ${color} is computed`];
        });
      });
      assert.deepEqual(off, []);
    });
});

const sketch = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });

/** Whether two colours are painted the same, within three of 255 steps. */
function closeTo(one: string, other: string): boolean {
  const [first, second] = [one, other].map((color) => {
    if (!sketch) throw new Error('no canvas');
    sketch.fillStyle = color;
    sketch.fillRect(0, 0, 1, 1);
    return [...sketch.getImageData(0, 0, 1, 1).data];
  });
  return (first ?? []).every((part, at) => Math.abs(part - (second?.[at] ?? 0)) <= 3);
}
