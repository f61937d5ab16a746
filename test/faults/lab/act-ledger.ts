import { poison, type Report } from './host.js';
import type { Stage } from './stage.js';

interface Acked {
  readonly rev: number;
  readonly title: string;
}
interface Found {
  readonly id: string;
  readonly rev: number;
  readonly sent: string;
  readonly title: string;
}

/** What the pages of a round were told is saved, compared with what is found after a kill and at the end. */
export class ActLedger {
  /** The browser has found its own files damaged and emptied them. This is counted apart, and nothing can be compared any more. */
  isOver = false;
  /** The newest acked revision of each record. */
  readonly #acked = new Map<string, Acked>();
  /** What had been acked before the browser was started: what is acked while a page reads may be missing there. */
  #before = new Map<string, Acked>();
  #isTold = false;
  /** The tab and the start that are being judged. */
  #boot = '';

  constructor(private readonly stage: Stage) {
    for (const name of ['lost', 'doubled', 'said sent and was not', 'differs from the backend']) stage.count(name, 0);
    stage.host.on('acked', (report) => this.#add(report));
    stage.host.on('emptied', ({ why }) => {
      this.isOver = true;
      stage.count(`emptied by the browser (${String(why)})`);
    });
    stage.host.on('said-lost', () => (this.#isTold = true));
    stage.host.on('unexpected', ({ code }) => this.#fault(`an act failed with ${String(code)}`));
  }

  #fault(what: string, count?: string): void {
    this.stage.faults.push(what);
    if (count) this.stage.count(count);
  }

  #add({ id, rev, title }: Report): void {
    this.stage.count('acked');
    const before = this.#acked.get(String(id));
    if (!before || before.rev < Number(rev)) this.#acked.set(String(id), { rev: Number(rev), title: String(title) });
  }

  /** Call it before the browser is started. */
  starts(): void {
    this.#before = new Map(this.#acked);
  }

  /** After a kill: everything that was called saved is there. */
  found(report: Report): void {
    const { status, items } = report as Report & { status: { store: string; code?: string }; items: readonly Found[] };
    this.#boot = `${String(report.tab)} at ${String(report['boot'])}`;
    if (this.isOver) return;
    if (status.store !== 'open' || status.code) this.#fault(`${this.#boot}: the store opened as ${status.store} ${status.code ?? ''}`);
    this.#compare(items, new Set(troubleIds(report)));
  }

  /** The end of a round in which the browser emptied its files: the product must have said that everything is gone. */
  judgeLoss(): void {
    if (!this.#isTold) this.#fault('the browser emptied the database, and the product did not say so');
  }

  #compare(items: readonly Found[], inTrouble: ReadonlySet<string>): void {
    const there = new Map(items.map((item) => [item.id, item]));
    for (const [id, { rev, title }] of this.#before) {
      if (inTrouble.has(id)) continue;
      const item = there.get(id);
      if (!item || item.rev < rev || (item.rev === rev && item.title !== title))
        this.#fault(
          `${this.#boot}: ${title} was saved as rev ${rev}, and is ${item ? `rev ${item.rev} ${item.title}` : 'gone'} among ${items.length}`,
          'lost',
        );
    }
  }

  /** At the end, when nothing waits: this device and the backend agree, and every change arrived once. */
  drained(report: Report): void {
    this.found(report);
    if (this.isOver) return this.judgeLoss();
    const { items } = report as Report & { items: readonly Found[] };
    const inTrouble = new Set(troubleIds(report));
    const stored = this.stage.host.stored();
    for (const item of items.filter(({ id }) => !inTrouble.has(id))) {
      const there = stored.get(item.id);
      if (!there) this.#fault(`${item.title} is ${item.sent} here, and the backend never had it`, 'said sent and was not');
      else if (there.rev !== item.rev || there.data['title'] !== item.title)
        this.#fault(`${item.title} is rev ${item.rev} here, and rev ${there.rev} at the backend`, 'differs from the backend');
    }
    for (const { title } of items.filter(({ id, title }) => title.includes(poison) && !inTrouble.has(id)))
      this.#fault(`${title} was refused, and is not in the list of what was refused`);
    const titles = [...stored.values()].map(({ data }) => String(data['title']));
    for (const title of new Set(titles.filter((one, at) => titles.indexOf(one) !== at))) this.#fault(`${title} is at the backend twice`, 'doubled');
    const { accepted, attempts, repeated } = this.stage.host;
    Object.assign(this.stage.counts, { delivered: accepted.length, attempts, 'sent again with the same key': repeated, refused: inTrouble.size });
  }
}

const troubleIds = ({ troubles }: Report): string[] => (troubles as { ids: string[] }[]).flatMap(({ ids }) => ids);
