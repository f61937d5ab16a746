import { type TokenName, tokens } from './tokens.js';
import type { Token } from './token.js';

/** What stands on what in one widget as it is drawn now. */
export interface Contrast {
  readonly mark: TokenName;
  readonly ground: TokenName;
  /** Where people meet the two, in words. */
  readonly where: string;
  /** From 1 (nothing to see) to 21 (black on white). */
  readonly ratio: number;
  /** What WCAG 2.2 AA asks for: 4.5 for words, 3 for edges and marks. */
  readonly least: number;
  readonly enough: boolean;
}

let canvas: OffscreenCanvasRenderingContext2D | null | undefined;

/** Relative luminance of a colour as the screen shows it, out-of-gamut parts clipped. */
function luminance(color: string): number {
  canvas ??= new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  if (!canvas) throw new Error('This page gives no canvas to measure colours with.');
  canvas.fillStyle = color;
  canvas.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0] = [...canvas.getImageData(0, 0, 1, 1).data]
    .map((part) => part / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** The WCAG contrast of two colours that the browser has computed, 1 to 21. */
export function ratioOf(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/**
 * The colours of the look as `widget` computes them: with the host's five variables, its `color-scheme`, more contrast or forced colours.
 * @returns CSS colours by the name of the token
 * @throws TypeError where the element has no shadow root
 */
export function colorsOf(widget: Element): ReadonlyMap<TokenName, string> {
  if (!widget.shadowRoot) throw new TypeError(`<${widget.localName}> is no widget: it has no shadow root.`);
  const probe = document.createElement('span');
  probe.hidden = true;
  probe.style.forcedColorAdjust = 'none';
  widget.shadowRoot.append(probe);
  try {
    const entries = Object.entries(tokens) as [TokenName, Token][];
    return new Map(
      entries
        .filter(({ 1: { type, css } }) => type === 'color' && css)
        .map(([name, { css = '' }]) => {
          probe.style.color = `var(${css})`;
          return [name, getComputedStyle(probe).color] as const;
        }),
    );
  } finally {
    probe.remove();
  }
}

/**
 * Measures every pair of the look in `widget` as it is drawn now. Colours are held so that each pair is enough, whatever a host sets; this
 * is how a host sees it for its own brand.
 * @param widget a widget in the page
 */
export function contrastOf(widget: Element): readonly Contrast[] {
  const colors = colorsOf(widget);
  return (Object.entries(tokens) as [TokenName, Token][]).flatMap(([mark, { contrast = [] }]) =>
    contrast.map(({ on, where, least }) => {
      const ground = on as TokenName;
      const ratio = ratioOf(colors.get(mark) ?? '', colors.get(ground) ?? '');
      return { mark, ground, where, ratio, least, enough: ratio >= least };
    }),
  );
}
