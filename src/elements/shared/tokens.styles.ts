import { css } from 'lit';

/**
 * Every colour, space and time a widget uses, computed once on a public tag and inherited by the views inside it.
 * A host sets five of them: `--milieu-accent`, `--milieu-ink`, `--milieu-surface` (any CSS colour; ink and surface may be `light-dark(a, b)`
 * and are set together), `--milieu-radius` and `--milieu-space` (lengths). Written by scripts/tokens.mjs from tokens/milieu.tokens.json.
 */
export const tokenStyles = css`
  :host {
    --_u: calc(var(--milieu-space, 0.25rem) * var(--_density-space, 1));
    --_r: var(--milieu-radius, 0.625rem);
    --_brand: var(--milieu-accent, oklch(0.445 0.074 224));
    --_surface: var(--milieu-surface, light-dark(oklch(0.984 0.0055 88), oklch(0.258 0.006 70)));
    --_ink: var(--milieu-ink, light-dark(oklch(0.262 0.024 232), oklch(0.935 0.012 88)));
    --_accent: light-dark(oklch(from var(--_brand) min(l, 0.46) min(c, 0.175) h), oklch(from var(--_brand) max(l, 0.775) min(c, 0.085) h));
    --_on-accent: light-dark(oklch(0.997 0.003 92), oklch(0.215 0.006 70));
    --_well: light-dark(color-mix(in oklab, white 80%, var(--_surface)), color-mix(in oklab, black 28%, var(--_surface)));
    --_sunken: light-dark(color-mix(in oklab, var(--_ink) 4%, var(--_surface)), color-mix(in oklab, var(--_ink) 6%, var(--_surface)));
    --_raised: light-dark(color-mix(in oklab, white 60%, var(--_surface)), color-mix(in oklab, var(--_ink) 5%, var(--_surface)));
    --_ink-quiet: color-mix(in oklab, var(--_ink) 76%, var(--_surface));
    --_line: light-dark(color-mix(in oklab, var(--_ink) 15%, var(--_surface)), color-mix(in oklab, var(--_ink) 20%, var(--_surface)));
    --_line-strong: light-dark(color-mix(in oklab, var(--_ink) 55%, var(--_surface)), color-mix(in oklab, var(--_ink) 50%, var(--_surface)));
    --_accent-soft: light-dark(
      color-mix(in oklab, oklch(from var(--_accent) 0.8 min(c * 0.95, 0.08) h) 33%, var(--_surface)),
      color-mix(in oklab, oklch(from var(--_accent) 0.6 min(c * 1.2, 0.09) h) 27%, var(--_surface))
    );
    --_accent-line: light-dark(color-mix(in oklab, var(--_accent) 66%, var(--_surface)), color-mix(in oklab, var(--_accent) 58%, var(--_surface)));
    --_warm: light-dark(color-mix(in oklab, oklch(0.83 0.1 80) 32%, var(--_surface)), color-mix(in oklab, oklch(0.83 0.1 80) 17%, var(--_surface)));
    --_warm-ink: light-dark(color-mix(in oklab, oklch(0.44 0.085 68) 70%, var(--_ink)), color-mix(in oklab, oklch(0.915 0.062 86) 70%, var(--_ink)));
    --_warm-mark: light-dark(oklch(0.64 0.118 70), oklch(0.83 0.1 80));
    --_care: light-dark(color-mix(in oklab, oklch(0.58 0.13 38) 9%, var(--_surface)), color-mix(in oklab, oklch(0.8 0.085 42) 14%, var(--_surface)));
    --_care-ink: light-dark(oklch(0.445 0.115 36), oklch(0.8 0.085 42));
    --_focus: light-dark(var(--_ink), oklch(0.83 0.1 80));
    --_s1: var(--_u);
    --_s2: calc(var(--_u) * 2);
    --_s3: calc(var(--_u) * 3);
    --_s4: calc(var(--_u) * 4);
    --_s5: calc(var(--_u) * 6);
    --_s6: calc(var(--_u) * 8);
    --_s7: calc(var(--_u) * 12);
    --_r-s: calc(var(--_r) * 0.5);
    --_r-l: calc(var(--_r) * 1.75);
    --_round: 62.5rem;
    --_tap: var(--_density-tap, 2.75rem);
    --_small: 0.875em;
    --_large: 1.125em;
    --_measure: 34em;
    --_slip-shadow: 0 1px 2px oklch(0.2 0.02 232 / 0.07);
    --_over-shadow: 0 8px 28px -6px oklch(0.2 0.02 232 / 0.18);
    --_quick: 120ms;
    --_settle: 220ms;
    --_slow: 400ms;
    --_ease: cubic-bezier(0.2, 0, 0, 1);
    --_breath: cubic-bezier(0.42, 0, 0.58, 1);
  }
  @media (pointer: coarse) {
    :host {
      --_tap: max(2.75rem, var(--_density-tap, 2.75rem));
    }
  }
  @media (prefers-reduced-motion: reduce) {
    :host {
      --_quick: 0ms;
      --_settle: 0ms;
      --_slow: 0ms;
    }
  }
`;
