import { css } from 'lit';

/** Buttons: `.btn` is outlined, `.go` is the next step, `.word` a text button, `.word.plain` a quieter one, `.icon` an icon with a name. */
export const buttonStyles = css`
  .btn {
    appearance: none;
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: var(--_s2);
    min-block-size: var(--_tap);
    margin: 0;
    padding: var(--_s2) var(--_s4);
    border: var(--_edge);
    border-radius: var(--_r);
    background: transparent;
    font: inherit;
    font-weight: var(--_strong);
    line-height: var(--_tight);
    color: var(--_ink);
    text-align: center;
    text-decoration: none;
    cursor: pointer;
    transition:
      background var(--_quick),
      border-color var(--_quick);
  }
  a.btn:focus-visible {
    border-radius: var(--_r);
  }
  .btn:hover {
    background: color-mix(in oklab, var(--_ink) 5%, transparent);
    border-color: var(--_ink);
  }
  .btn.go {
    background: var(--_accent);
    border-color: var(--_accent);
    color: var(--_on-accent);
  }
  .btn.go:hover {
    background: color-mix(in oklab, var(--_ink) 18%, var(--_accent));
  }
  .btn.word {
    margin-inline: calc(var(--_s2) * -1);
    padding-inline: var(--_s2);
    border-color: transparent;
    color: var(--_accent);
    text-decoration: underline 1px;
    text-underline-offset: 0.22em;
  }
  .btn.word.plain {
    color: var(--_ink);
  }
  .btn.word:hover {
    text-decoration-thickness: 2px;
    border-color: transparent;
  }
  .btn.icon {
    flex: none;
    inline-size: var(--_tap);
    padding: 0;
    border-color: transparent;
  }
  .btn.icon:hover {
    border-color: var(--_line-strong);
  }
  .btn:is(:disabled, [aria-disabled='true']) {
    background: transparent;
    border: 1px dashed var(--_line-strong);
    color: var(--_ink-quiet);
    cursor: not-allowed;
  }
  .btn.icon:is(:disabled, [aria-disabled='true']) {
    border-color: transparent;
    opacity: 0.45;
  }
  .btn.word:is(:disabled, [aria-disabled='true']) {
    border-color: transparent;
    color: var(--_ink-quiet);
    text-decoration-style: dotted;
  }
  .link {
    appearance: none;
    padding: 0;
    border: 0;
    background: none;
    font: inherit;
    color: var(--_accent);
    text-decoration: underline 1px;
    text-underline-offset: 0.22em;
    cursor: pointer;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_s2) var(--_s3);
    align-items: center;
  }
  .row.end {
    justify-content: space-between;
  }
  .row.middle {
    justify-content: center;
  }
  .row.wide {
    column-gap: var(--_s5);
  }
  @container (max-width: 29.99rem) {
    .row.acts > .btn:not(.word, .icon) {
      flex: 1 1 100%;
    }
    .row.acts.pairs > .btn:not(.word) {
      flex: 1 1 40%;
    }
    .row.acts > .btn.word {
      flex: 1 1 100%;
      margin-inline: 0;
    }
  }
  @media (forced-colors: active) {
    .btn.go:not(:disabled, [aria-disabled='true']) {
      background: Highlight;
      color: HighlightText;
      border-color: Highlight;
      forced-color-adjust: none;
    }
    .btn.word,
    .link {
      color: LinkText;
    }
    .btn.word.plain {
      color: ButtonText;
    }
    /* an invisible border would cover the letters next to it */
    .btn.word {
      border-width: 0;
    }
    .btn.icon {
      border-color: ButtonBorder;
    }
    .btn:is(:disabled, [aria-disabled='true']),
    .btn.icon:is(:disabled, [aria-disabled='true']) {
      border-color: GrayText;
      color: GrayText;
      opacity: 1;
    }
  }
  @media print {
    .btn,
    .row.acts {
      display: none;
    }
  }
`;
