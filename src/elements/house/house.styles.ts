import { css } from 'lit';

/** Names as large buttons, and fields for PINs. */
export const houseStyles = css`
  .names {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(8.5rem, 100%), 1fr));
    gap: var(--_s3);
    padding: 0;
    margin: 0;
    list-style: none;
  }
  .names .btn {
    inline-size: 100%;
    min-block-size: calc(var(--_tap) * 1.25);
    overflow-wrap: anywhere;
  }
  input.pin {
    inline-size: min(12rem, 100%);
    letter-spacing: 0.15em;
  }
  input.hidden {
    -webkit-text-security: disc;
  }
  section {
    max-inline-size: var(--_measure);
  }
  p[role='status']:empty {
    position: absolute;
  }
  .rows milieu-member-form {
    padding-block: var(--_s4);
  }
`;
