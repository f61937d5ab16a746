import { css } from 'lit';

export const yourBrandStyles = css`
  :host {
    display: grid;
    box-sizing: border-box;
    padding: 1rem;
    gap: 1.5rem;
    grid-template-columns: minmax(0, 1fr);
    align-items: start;
  }
  story-brand-form {
    max-inline-size: none;
    inline-size: 100%;
  }
  .stage.light {
    color-scheme: light;
  }
  .stage.dark {
    color-scheme: dark;
  }
  .stage {
    padding: clamp(0rem, 2vi, 1.25rem);
    border-radius: 1rem;
    background: light-dark(#e4e8e9, #101113);
  }
  @media (min-width: 64rem) {
    :host {
      grid-template-columns: 25rem minmax(0, 1fr);
    }
    story-brand-form {
      position: sticky;
      inset-block-start: 1rem;
      max-block-size: calc(100vb - 2rem);
      overflow-y: auto;
    }
  }
  @media print {
    .stage {
      background: none;
    }
  }
`;

export const brandFormStyles = css`
  .pair {
    display: grid;
    gap: var(--_s2);
    grid-template-columns: minmax(0, 1fr) var(--_tap);
  }
  .two {
    display: grid;
    gap: var(--_s3);
    grid-template-columns: minmax(0, 1fr);
  }
  .two .q > label {
    font-weight: var(--_regular);
  }
  input[type='color'] {
    padding: 0.25rem;
    cursor: pointer;
  }
  input[type='range'] {
    padding: 0;
    border: 0;
    background: none;
    accent-color: var(--_accent);
  }
  .named {
    display: flex;
    justify-content: space-between;
    gap: var(--_s3);
  }
  .named output {
    color: var(--_ink-quiet);
    font-weight: var(--_regular);
  }
  .verdicts {
    display: grid;
    gap: var(--_s2);
  }
  .verdicts li {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: var(--_s2);
  }
  .verdicts svg {
    margin-block-start: calc((1lh - 1.25em) / 2);
  }
  .verdicts p {
    max-inline-size: var(--_measure);
  }
  .held i {
    display: inline-block;
    inline-size: 0.875em;
    block-size: 0.875em;
    margin-inline-end: 0.3em;
    border: var(--_hair);
    border-radius: 50%;
    background: var(--_fill);
    forced-color-adjust: none;
  }
  pre {
    font-family: 'Stories Mono', ui-monospace, monospace;
    margin: 0;
    padding: var(--_s3);
    border-radius: var(--_r);
    background: var(--_sunken);
    font-size: var(--_small);
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  .light {
    color-scheme: light;
  }
  .dark {
    color-scheme: dark;
  }
  @container (min-width: 23rem) {
    .two {
      grid-template-columns: 1fr 1fr;
    }
  }
`;
