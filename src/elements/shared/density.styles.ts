import { css } from 'lit';

/**
 * `density` on a widget, or on `<milieu-community>` for all widgets in it: `compact` for a ward desk with a mouse, `large` for shaky hands and
 * wall tablets, anything else is comfortable (44 px targets). Only the inherited `--_density-*` are set here; the tokens read them.
 * Written by scripts/tokens.mjs from tokens/milieu.tokens.json.
 */
export const densityStyles = css`
  :host([density='compact']) {
    --_density-space: 0.75;
    --_density-tap: max(2.25rem, 36px);
    --_density-text: 0.9375;
  }
  :host([density='comfortable']) {
    --_density-space: 1;
    --_density-tap: max(2.75rem, 44px);
    --_density-text: 1;
  }
  :host([density='large']) {
    --_density-space: 1.25;
    --_density-tap: max(3.5rem, 56px);
    --_density-text: 1.125;
  }
`;
