import { html, LitElement, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { until } from 'lit/directives/until.js';
import type { MilieuPeerFeedback } from '../../src/elements/peer-feedback/index.js';
import type { SaveState } from '../../src/elements/controllers/save-progress.js';
import type { Records, Sent, Status } from '../../src/records/base/types.js';
import { ana, community, help, people, storeFor } from '../fixtures.js';

interface Line {
  readonly name: string;
  readonly means: string;
  readonly status?: Partial<Status>;
  readonly progress?: SaveState;
}

const at = new Date(2026, 10, 21, 15, 5).toISOString();
const saved = (sent: Sent): SaveState => ({ is: 'saved', sent, at, personal: false });
const onDisk: Partial<Status> = { store: 'open', key: 'host' };

const lines: readonly Line[] = [
  { name: 'Saved, locked', means: 'You gave a key. Without it nobody reads what is on this device.', status: onDisk },
  {
    name: 'Saved, not locked',
    means: 'No key was given. It is saved, and whoever can use this device could read it.',
    status: { store: 'open', key: 'device' },
  },
  { name: 'Saved until the page closes', means: 'You asked for it, or the browser lets nothing be stored. It is said before anybody writes.' },
  {
    name: 'Not sent to anyone yet',
    means: 'Something is meant for another person, and no backend has it. It is never passed over in silence.',
    status: { ...onDisk, waiting: 1 },
  },
  { name: 'Saving', means: 'From the press until it is on the disk. What was typed stays in the form.', status: onDisk, progress: { is: 'saving' } },
  {
    name: 'Saved, waiting to be sent',
    means: 'It is on the disk. Your backend has not answered yet, or nobody listens.',
    status: onDisk,
    progress: saved('waiting'),
  },
  { name: 'Sent', means: 'Your backend said that it has it. The tick means this and nothing else.', status: onDisk, progress: saved('sent') },
  {
    name: 'Not saved',
    means: 'Here the device is full. The words stay in the form until they are on the disk.',
    status: onDisk,
    progress: { is: 'unsaved', code: 'quota' },
  },
  {
    name: 'Not accepted',
    means: 'Your backend said no. The words stand in a list, to try again, to copy or to remove.',
    status: { ...onDisk, refused: 1 },
    progress: saved('refused'),
  },
  {
    name: 'Two versions',
    means: 'The same words were changed in two places. Both are kept, and the person chooses.',
    status: { ...onDisk, refused: 1 },
    progress: saved('held'),
  },
  { name: 'Locked', means: 'A key is needed to read. Nothing was lost.', status: { store: 'locked', key: 'host' } },
  { name: 'Gone', means: 'The browser has cleared its storage. It is said once, plainly.', status: { store: 'lost' } },
  { name: 'It could not be opened', means: 'The store did not open. Nothing was written over.', status: { store: 'failed', code: 'blocked' } },
];

/** A store that says another state of itself, and is otherwise what it is. */
function saying(records: Records, { status = {} }: Line): Records {
  const told = (own: Status): Status => ({ ...own, ...status });
  return new Proxy(records, {
    get(target, name) {
      if (name === 'status') return told(target.status);
      if (name === 'watchStatus') return (run: (status: Status) => void) => target.watchStatus((own) => run(told(own)));
      const value: unknown = Reflect.get(target, name);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
}

/** One live widget for each state, with the meaning of its last line. */
class DocsLines extends LitElement {
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult {
    return html`<ol class="docs-states">
      ${lines.map(
        (line) =>
          html`<li>
            <div class="docs-caption">
              <h3>${line.name}</h3>
              <p>${line.means}</p>
            </div>
            <div class="docs-room">${until(storeFor(ana).then((records) => this.#widget(records, line)))}</div>
          </li>`,
      )}
    </ol>`;
  }

  #widget(records: Records, line: Line): TemplateResult {
    return html`<milieu-community
      community=${community}
      person=${ana.person}
      as=${ana.as}
      keep="page"
      .people=${people}
      .help=${help}
      .records=${saying(records, line)}
    >
      <milieu-peer-feedback view="sent" heading=${line.name} ${ref((widget) => this.#put(widget, line.progress))}></milieu-peer-feedback>
    </milieu-community>`;
  }

  #put(widget: Element | undefined, progress: SaveState | undefined): void {
    if (!widget || !progress) return;
    const { acts } = widget as MilieuPeerFeedback;
    acts.show(progress);
  }
}
customElements.define('docs-lines', DocsLines);
