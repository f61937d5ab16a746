import { css } from 'lit';
import { paperStyles } from '../styles/paper.styles.js';

const agendaOnPaper = css`
  @media screen {
    milieu-meeting-promised {
      display: none;
    }
  }
  @media print {
    .nudge,
    summary > .chev,
    milieu-meeting-waiting,
    milieu-meeting-propose,
    milieu-reason {
      display: none;
    }
  }
`;

/** The printed plan: only what everybody may read, with names where the screen says "you". */
export const planStyles = [paperStyles, agendaOnPaper];
