import { LitElement } from 'lit';
import { tokenStyles } from '../../src/elements/shared/tokens.styles.js';
import { page } from './sheet.js';

/** Computes the colours where it stands, with what the person's device asks for, and shows nothing. */
class Probe extends LitElement {
  static override styles = tokenStyles;
}
page('story-probe', Probe);
