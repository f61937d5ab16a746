import { css } from 'lit';

/**
 * 0 to 10 as circles on one line. Each target is at least 24 px wide and 44 px high. Where a line has no room for that, or people asked for large
 * targets, it wraps to two rows; then the meaning of 0 is above them, that of 10 below.
 */
export const scaleStyles = css`
  .scale-room {
    display: grid;
    gap: var(--_s1);
    grid-template-columns: minmax(0, 1fr);
  }
  .scale {
    display: grid;
    grid-template-columns: repeat(11, minmax(0, 1fr));
    row-gap: var(--_s3);
    position: relative;
    --_around: 6px;
  }
  .scale label {
    display: grid;
    place-items: center;
    position: relative;
    min-block-size: var(--_tap);
    cursor: pointer;
  }
  .scale input {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    margin: 0;
    opacity: 0;
  }
  .scale label::before {
    content: '';
    position: absolute;
    inset-inline: 0;
    inset-block-start: 50%;
    border-block-start: var(--_edge);
  }
  .scale label:first-child::before {
    inset-inline-start: 50%;
  }
  .scale label:last-child::before {
    inset-inline-end: 50%;
  }
  .scale span {
    position: relative;
    display: grid;
    place-items: center;
    inline-size: min(2.375em, 82%);
    aspect-ratio: 1;
    border: var(--_edge);
    border-radius: 50%;
    background: var(--_well);
    line-height: 1;
    transition: background var(--_quick);
  }
  .scale label:hover span {
    border-color: var(--_ink);
  }
  .scale input:checked + span {
    background: var(--_accent);
    border-color: var(--_accent);
    color: var(--_on-accent);
    font-weight: var(--_strong);
    box-shadow:
      0 0 0 3px var(--_surface),
      0 0 0 5px var(--_accent);
  }
  .scale input:focus-visible + span {
    outline: var(--_ring);
    outline-offset: var(--_around);
    z-index: 1;
  }
  .scale-ends {
    display: flex;
    justify-content: space-between;
    gap: var(--_s4);
    padding-inline: 0.4em;
    font-size: var(--_small);
    color: var(--_ink-quiet);
  }
  .scale-ends > :last-child {
    text-align: end;
  }
  /* the circles nearly touch, so nothing is drawn around them */
  @container (max-width: 29.99rem) {
    .scale {
      --_around: 1px;
      font-size: var(--_small);
    }
    .scale span {
      inline-size: min(2.375em, 92%);
    }
    .scale input:checked + span {
      box-shadow: none;
    }
    .scale-ends {
      padding-inline: 0;
    }
  }
  /* the line takes room from the padding of the sheet */
  @container (max-width: 18.99rem) {
    .scale {
      margin-inline: calc(var(--_pad, 0px) * -0.75);
    }
  }
  @container (max-width: 16.99rem) or (max-width: 271px) or ((max-width: 29.99rem) and style(--_density-tap: max(3.5rem, 56px))) {
    .scale {
      grid-template-columns: repeat(6, minmax(0, 1fr));
      margin-inline: 0;
    }
    .scale label:nth-child(7)::before {
      inset-inline-start: 50%;
    }
    .scale label:nth-child(6)::before {
      inset-inline-end: 50%;
    }
    .scale-ends {
      display: contents;
    }
    .scale-ends > :first-child {
      order: -1;
    }
  }
  @media (forced-colors: active) {
    .scale input:checked + span {
      background: Highlight;
      color: HighlightText;
      border-color: Highlight;
      box-shadow: none;
      outline: 2px solid CanvasText;
      outline-offset: calc(var(--_around) / 3);
      forced-color-adjust: none;
    }
    .scale input:focus-visible + span {
      outline: 4px solid Highlight;
      outline-offset: var(--_around);
    }
  }
`;
