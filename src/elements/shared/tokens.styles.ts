import { css } from 'lit';

/**
 * Every colour, space and time a widget uses, computed once on a public tag and inherited by the views inside it.
 * A host sets five of them: `--milieu-accent`, `--milieu-ink`, `--milieu-surface` (any CSS colour; each may be `light-dark(a, b)`, or stand
 * alone), `--milieu-radius` and `--milieu-space` (lengths). Colours are held to what can be read: paper stays light on a light page and
 * dark on a dark one (`color-scheme`), ink the other way round, the accent between them. Written by scripts/tokens.mjs from tokens/milieu.tokens.json.
 */
export const tokenStyles = css`
  :host {
    --_brand: var(--milieu-accent, light-dark(oklch(0.445 0.074 224), oklch(0.775 0.062 214)));
    --_paper: var(--milieu-surface, light-dark(oklch(0.984 0.0055 88), oklch(0.258 0.006 70)));
    --_pen: var(--milieu-ink, light-dark(oklch(0.262 0.024 232), oklch(0.935 0.012 88)));
    --_surface: light-dark(oklch(from var(--_paper) max(l, 0.935) min(c, 0.045) h / 1), oklch(from var(--_paper) min(l, 0.3) min(c, 0.06) h / 1));
    --_ink: light-dark(oklch(from var(--_pen) min(l, 0.31) min(c, 0.1) h / 1), oklch(from var(--_pen) max(l, 0.9) min(c, 0.06) h / 1));
    --_accent: light-dark(oklch(from var(--_brand) min(l, 0.455) min(c, 0.17) h / 1), oklch(from var(--_brand) max(l, 0.775) min(c, 0.085) h / 1));
    --_on-accent: light-dark(oklch(from var(--_accent) 0.997 0.003 92), oklch(from var(--_accent) 0.215 0.006 70));
    --_well: light-dark(color-mix(in oklab, white 80%, var(--_surface)), color-mix(in oklab, black 28%, var(--_surface)));
    --_sunken: light-dark(color-mix(in oklab, var(--_ink) 4%, var(--_surface)), color-mix(in oklab, var(--_ink) 6%, var(--_surface)));
    --_raised: light-dark(color-mix(in oklab, white 60%, var(--_surface)), color-mix(in oklab, var(--_ink) 5%, var(--_surface)));
    --_ink-quiet: light-dark(color-mix(in oklab, var(--_ink) 76%, var(--_surface)), color-mix(in oklab, var(--_ink) 79%, var(--_surface)));
    --_line: light-dark(color-mix(in oklab, var(--_ink) 15%, var(--_surface)), color-mix(in oklab, var(--_ink) 20%, var(--_surface)));
    --_line-strong: light-dark(color-mix(in oklab, var(--_ink) 57%, var(--_surface)), color-mix(in oklab, var(--_ink) 55%, var(--_surface)));
    --_accent-soft: light-dark(
      color-mix(in oklab, oklch(from var(--_accent) 0.8 min(c * 0.95, 0.08) h) 33%, var(--_surface)),
      color-mix(in oklab, oklch(from var(--_accent) 0.6 min(c * 1.2, 0.09) h) 27%, var(--_surface))
    );
    --_accent-line: light-dark(color-mix(in oklab, var(--_accent) 74%, var(--_surface)), color-mix(in oklab, var(--_accent) 63%, var(--_surface)));
    --_warm: light-dark(color-mix(in oklab, oklch(0.83 0.1 80) 32%, var(--_surface)), color-mix(in oklab, oklch(0.83 0.1 80) 17%, var(--_surface)));
    --_warm-ink: light-dark(color-mix(in oklab, oklch(0.44 0.085 68) 70%, var(--_ink)), color-mix(in oklab, oklch(0.915 0.062 86) 70%, var(--_ink)));
    --_warm-mark: light-dark(oklch(from var(--_surface) calc(l - 0.345) 0.118 70), oklch(0.83 0.1 80));
    --_care: light-dark(color-mix(in oklab, oklch(0.58 0.13 38) 9%, var(--_surface)), color-mix(in oklab, oklch(0.8 0.085 42) 14%, var(--_surface)));
    --_care-ink: light-dark(oklch(0.445 0.115 36), oklch(0.8 0.085 42));
    --_focus: light-dark(var(--_ink), oklch(0.83 0.1 80));
    --_s1: var(--_u);
    --_s2: calc(var(--_u) * 2);
    --_s3: calc(var(--_u) * 3);
    --_s4: calc(var(--_u) * 4);
    --_s5: calc(var(--_u) * 6);
    --_s6: calc(var(--_u) * 8);
    --_u: calc(var(--milieu-space, 0.25rem) * var(--_density-space, 1));
    --_r: var(--milieu-radius, 0.625rem);
    --_r-s: calc(var(--_r) * 0.5);
    --_r-l: calc(var(--_r) * 1.75);
    --_round: 62.5rem;
    --_tap: var(--_density-tap, max(2.75rem, 44px));
    --_small: 0.875em;
    --_large: 1.125em;
    --_title: 1.375em;
    --_phase: 1.75em;
    --_figure: 3em;
    --_regular: 400;
    --_strong: 600;
    --_leading: 1.5;
    --_tight: 1.25;
    --_leading-tall: 1.75;
    --_measure: 34em;
    --_hair: 1px solid var(--_line);
    --_edge: 1px solid var(--_line-strong);
    --_tear: 2px dashed var(--_line-strong);
    --_slip-shadow: 0 1px 2px oklch(0.2 0.02 232 / 0.07);
    --_over-shadow: 0 8px 28px -6px oklch(0.2 0.02 232 / 0.18);
    --_quick: 120ms;
    --_settle: 220ms;
    --_slow: 400ms;
    --_ease: cubic-bezier(0.2, 0, 0, 1);
    --_ring: 3px solid var(--_focus);
    --_away: 2px;
    --_sheet-pad: var(--_s4);
    --_sheet-pad-wide: var(--_s5);
    --_loud: var(--_ink);
    --_on-loud: var(--_surface);
    --_chosen: inset 0 0 0 1px var(--_accent);
    --_drawn: 1.5px solid var(--_accent-line);
    --_drawn-now: 2.5px solid var(--_accent);
  }
  @media (pointer: coarse) {
    :host {
      --_tap: max(max(2.75rem, 44px), var(--_density-tap, 0px));
    }
  }

  @media (prefers-reduced-motion: reduce) {
    :host {
      --_quick: 0ms;
      --_settle: 0ms;
      --_slow: 0ms;
    }
  }
  @media (prefers-contrast: more) {
    :host {
      --_surface: light-dark(oklch(from var(--_paper) max(l, 0.98) min(c, 0.02) h / 1), oklch(from var(--_paper) min(l, 0.2) min(c, 0.03) h / 1));
      --_ink: light-dark(oklch(from var(--_pen) min(l, 0.2) min(c, 0.05) h / 1), oklch(from var(--_pen) max(l, 0.98) min(c, 0.02) h / 1));
      --_accent: light-dark(oklch(from var(--_brand) min(l, 0.38) min(c, 0.14) h / 1), oklch(from var(--_brand) max(l, 0.88) min(c, 0.06) h / 1));
      --_ink-quiet: var(--_ink);
      --_line: color-mix(in oklab, var(--_ink) 65%, var(--_surface));
      --_line-strong: var(--_ink);
      --_accent-line: var(--_accent);
      --_warm-ink: var(--_ink);
      --_warm-mark: var(--_warm-ink);
      --_care-ink: light-dark(oklch(from oklch(0.445 0.115 36) 0.36 c h), oklch(from oklch(0.8 0.085 42) 0.9 0.06 h));
      --_focus: var(--_ink);
      --_edge: 2px solid var(--_line-strong);
      --_slip-shadow: none;
      --_ring: 4px solid var(--_focus);
      --_drawn: 2px solid var(--_accent-line);
      --_drawn-now: 4px solid var(--_accent);
    }
  }
  @media (forced-colors: active) {
    :host {
      --_surface: Canvas;
      --_ink: CanvasText;
      --_accent: Highlight;
      --_on-accent: HighlightText;
      --_well: Field;
      --_sunken: Canvas;
      --_raised: Canvas;
      --_ink-quiet: CanvasText;
      --_line: CanvasText;
      --_line-strong: CanvasText;
      --_accent-soft: Canvas;
      --_accent-line: CanvasText;
      --_warm: Canvas;
      --_warm-ink: CanvasText;
      --_warm-mark: CanvasText;
      --_care: Canvas;
      --_care-ink: CanvasText;
      --_focus: Highlight;
      --_ring: 4px solid var(--_focus);
      --_drawn-now: 5px solid var(--_accent);
    }
  }
  @media print {
    :host {
      --_surface: white;
      --_ink: black;
      --_accent: black;
      --_on-accent: white;
      --_well: white;
      --_sunken: white;
      --_raised: white;
      --_ink-quiet: black;
      --_line: black;
      --_line-strong: black;
      --_accent-soft: white;
      --_accent-line: black;
      --_warm: white;
      --_warm-ink: black;
      --_warm-mark: black;
      --_care: white;
      --_care-ink: black;
      --_focus: black;
      --_slip-shadow: none;
      --_over-shadow: none;
      --_loud: white;
      --_on-loud: black;
    }
  }
`;
