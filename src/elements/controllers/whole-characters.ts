import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { cut } from '../../model/text.js';

type TextField = HTMLInputElement | HTMLTextAreaElement;
const isTextField = (target: unknown): target is TextField => target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement;

/**
 * If a pasted, dropped or chosen text is too long for a field, browsers cut it at a UTF-16 code unit, which can leave half of a family emoji
 * or a letter without its accent. This controller inserts as many whole characters as fit.
 */
export class WholeCharacters implements ReactiveController {
  constructor(private readonly host: ReactiveControllerHost & HTMLElement) {
    host.addController(this);
  }

  hostConnected(): void {
    this.host.addEventListener('beforeinput', this.#fit);
  }
  hostDisconnected(): void {
    this.host.removeEventListener('beforeinput', this.#fit);
  }

  readonly #fit = (event: InputEvent): void => {
    const [field] = event.composedPath();
    // A composition in an input method cannot be cancelled, and no browser cuts it before it ends.
    if (event.defaultPrevented || !event.cancelable || !event.data || !isTextField(field) || field.maxLength < 0) return;
    const selected = (field.selectionEnd ?? 0) - (field.selectionStart ?? 0);
    const room = Math.max(0, field.maxLength - field.value.length + selected);
    const whole = cut(event.data, room);
    if (whole === event.data.slice(0, room)) return;
    event.preventDefault();
    if (whole) insert(field, whole);
  };
}

/** Inserts text as if it were typed: it can be undone, and the field dispatches `input`. */
function insert(field: TextField, text: string): void {
  // No other way of inserting text keeps the undo history of the field.
  if (field.ownerDocument.execCommand('insertText', false, text)) return;
  field.setRangeText(text, field.selectionStart ?? 0, field.selectionEnd ?? 0, 'end');
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, data: text, inputType: 'insertText' }));
}
