import type { CSSResultGroup } from 'lit';
import { buttonStyles } from './buttons.styles.js';
import { choiceStyles } from './choices.styles.js';
import { densityStyles } from './density.styles.js';
import { fieldStyles } from './fields.styles.js';
import { listStyles } from './lists.styles.js';
import { noteStyles } from './notes.styles.js';
import { resetStyles } from './reset.styles.js';
import { sheetStyles as sheetHostStyles } from './sheet.styles.js';
import { slipStyles } from './slip.styles.js';
import { statusStyles } from './status.styles.js';
import { tokenStyles } from './tokens.styles.js';
import { viewHostStyles } from './view.styles.js';

const parts = [resetStyles, buttonStyles, fieldStyles, choiceStyles, noteStyles, slipStyles, listStyles, statusStyles];

/** For a public tag: `static override styles = [sheetStyles, myStyles]`. */
export const sheetStyles: CSSResultGroup = [tokenStyles, densityStyles, ...parts, sheetHostStyles];

/** For a view inside a public tag: `static override styles = [viewStyles, myStyles]`. */
export const viewStyles: CSSResultGroup = [...parts, viewHostStyles];

export { densityStyles };
