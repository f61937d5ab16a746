import { css } from 'lit';

/** The wall screen: letters grow with the width, so that they can be read from 4 metres. */
export const roomStyles = css`
  .wall {
    display: grid;
    gap: 2cqi;
    min-block-size: min(60vb, 50cqi);
    align-content: center;
    overflow-wrap: anywhere;
  }
  .wall h3 {
    font-size: clamp(1.75rem, 6.5cqi, 9rem);
    line-height: 1.15;
    text-wrap: balance;
  }
  .wall :is(p, milieu-checked) {
    font-size: clamp(1.25rem, 3.4cqi, 4.5rem);
    line-height: 1.3;
  }
  .wall h3:lang(ar, fa, ur) {
    line-height: 1.5;
  }
  .wall .clock {
    inline-size: min(100%, 34cqi);
  }
  .wall .clock > span {
    font-size: clamp(1rem, 2.6cqi, 3rem);
    max-inline-size: 8em;
    color: var(--_ink);
  }
  @container (min-width: 48rem) {
    .wall.on:has(.clock) {
      grid-template-columns: 34cqi minmax(0, 1fr);
      align-items: center;
      column-gap: 4cqi;
    }
  }
`;
