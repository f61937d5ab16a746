import { css } from 'lit';

/** 0 to 10 as circles on a line. In a narrow widget it wraps to two or three rows; then the meaning of 0 is above them, that of 10 below. */
export const scaleStyles = css`
  .scale-room {
    display: grid;
    gap: var(--_s1);
    grid-template-columns: minmax(0, 1fr);
  }
  .scale {
    display: grid;
    grid-template-columns: repeat(4, minmax(0, 1fr));
    row-gap: var(--_s3);
    position: relative;
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
    outline-offset: 6px;
  }
  .scale-ends {
    display: flex;
    justify-content: space-between;
    gap: var(--_s4);
    font-size: var(--_small);
    color: var(--_ink-quiet);
  }
  .scale-ends > :last-child {
    text-align: end;
  }
  @container (max-width: 29.99rem) {
    .scale-ends {
      display: contents;
    }
    .scale-ends > :first-child {
      order: -1;
    }
    /* the chosen circle and its ring stay in their own cell */
    .scale input:focus-visible + span {
      outline-offset: 5px;
    }
  }
  @container (max-width: 22.99rem) {
    .scale label:nth-child(4n + 1)::before {
      inset-inline-start: 50%;
    }
    .scale label:nth-child(4n)::before {
      inset-inline-end: 50%;
    }
  }
  @container (min-width: 23rem) and (max-width: 29.99rem) {
    .scale {
      grid-template-columns: repeat(6, minmax(0, 1fr));
    }
    .scale label:nth-child(7)::before {
      inset-inline-start: 50%;
    }
    .scale label:nth-child(6)::before {
      inset-inline-end: 50%;
    }
  }
  @container (min-width: 30rem) {
    .scale {
      grid-template-columns: repeat(11, minmax(0, 1fr));
    }
    .scale-ends {
      padding-inline: 0.4em;
    }
  }
  @media (forced-colors: active) {
    .scale input:checked + span {
      background: Highlight;
      color: HighlightText;
      border-color: Highlight;
      box-shadow: none;
      outline: 2px solid CanvasText;
      outline-offset: var(--_away);
      forced-color-adjust: none;
    }
    .scale input:focus-visible + span {
      outline: 4px solid Highlight;
      outline-offset: 4px;
    }
  }
`;
