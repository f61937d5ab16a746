import { css } from 'lit';
import { paperStyles } from './paper.js';

const agendaOnPaper = css`
  @media print {
    .nudge,
    summary > .chev,
    milieu-meeting-waiting,
    milieu-meeting-propose,
    milieu-meeting-reason {
      display: none;
    }
  }
`;

/** The plan on paper: what everybody may read, with names where the screen says you. */
export const planStyles = [paperStyles, agendaOnPaper];
