// The floor of load: a feedback form as one custom element, written by hand without a library or a store. Its markup stands in floor.html.
const sheet = new CSSStyleSheet();
sheet.replaceSync(`
  :host { display: block; font: 1rem/1.5 system-ui, sans-serif; }
  label, fieldset { display: block; margin-block: 0.75rem; }
  input:not([type='radio']), select, textarea { display: block; box-sizing: border-box; inline-size: 100%; min-block-size: 2.75rem; font: inherit; }
  button { min-block-size: 2.75rem; font: inherit; }
`);

class BenchFloor extends HTMLElement {
  constructor() {
    super();
    const root = this.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [sheet];
    root.append(document.getElementById('bench-form').content.cloneNode(true));
    root.querySelector('form').addEventListener('submit', (event) => this.send(event));
  }

  connectedCallback() {
    const people = JSON.parse(this.querySelector('script').textContent);
    this.shadowRoot.querySelector('select').append(...people.map(({ id, name }) => new Option(name, id)));
  }

  send(event) {
    event.preventDefault();
    const detail = Object.fromEntries(new FormData(event.target));
    this.dispatchEvent(new CustomEvent('sent', { detail, bubbles: true, composed: true }));
    this.shadowRoot.querySelector('[role=status]').textContent = 'Sent';
  }
}
customElements.define('bench-floor', BenchFloor);
