import { type TokenName, tokens } from './tokens.js';
import type { Token } from './token.js';

/** The contrast of one pair of colours in a widget, as it is drawn now. */
export interface Contrast {
  readonly mark: TokenName;
  readonly ground: TokenName;
  /** Where the pair is used, in words. */
  readonly where: string;
  /** Contrast ratio by WCAG, from 1 (same colour) to 21 (black on white). */
  readonly ratio: number;
  /** The least ratio that WCAG 2.2 AA requires: 4.5 for text, 3 for borders and marks. */
  readonly least: number;
  readonly enough: boolean;
}

let canvas: OffscreenCanvasRenderingContext2D | null | undefined;

/** Relative luminance of a colour in sRGB; parts outside the gamut are clipped. */
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

/** The WCAG contrast ratio of two computed CSS colours, 1 to 21. */
export function ratioOf(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/**
 * The computed colours of all tokens in `widget`, with the host's five variables, `color-scheme`, increased contrast and forced colours.
 * @param widget a widget in the page
 * @returns CSS colours by token name
 * @throws TypeError if the element has no shadow root
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
 * Measures the contrast of every colour pair in `widget`, as it is drawn now. The style sheet adjusts a host's colours so that each pair is
 * sufficient; a host can use this function to check that for its own brand.
 * @param widget a widget in the page
 * @throws TypeError if the element has no shadow root
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
