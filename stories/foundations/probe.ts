import { LitElement } from 'lit';
import { tokenStyles } from '../../src/elements/styles/tokens.styles.js';
import { page } from './sheet.js';

/** Computes the colours at its place, with the settings of the device, and shows nothing. */
class Probe extends LitElement {
  static override styles = tokenStyles;
}
page('story-probe', Probe);
