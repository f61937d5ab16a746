import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { policy } from '../../scripts/content-security.mjs';
import { serve } from '../testing/http.mjs';
import type { Tab } from '../testing/tab.js';
import { type Engine, Visit } from '../testing/visit.js';

const page = `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Day room</title>
<script type="module" src="/dist/cdn/milieu-elements.min.js"></script></head><body><h1>Day room</h1>
<milieu-community community="north-house" keep="house" as="staff" ask-who><milieu-peer-feedback></milieu-peer-feedback>
<milieu-help></milieu-help></milieu-community></body></html>`;

/** The computer of a house, which its people share by their names and PINs. It has no backend: what is written here stays here. */
export class DayRoom {
  private constructor(
    private readonly server: Awaited<ReturnType<typeof serve>>,
    private readonly visit: Visit,
    private readonly profile: string,
    readonly tab: Tab,
  ) {}

  static async open(engine: Engine): Promise<DayRoom> {
    const server = await serve({ pages: { '/': page }, csp: policy({ 'connect-src': "'self'", 'style-src': "'self'" }) });
    const profile = mkdtempSync(join(tmpdir(), 'house-'));
    const visit = await Visit.start({ engine, profile });
    return new DayRoom(server, visit, profile, await visit.open(`${server.url}/`));
  }

  /** Whoever sets the house up adds themselves, and is inside. */
  async begin(name: string, pin: string): Promise<void> {
    await this.tab.sees('Set up names');
    await this.tab.type('textbox', 'Your first name or initials', name);
    await this.tab.type('textbox', 'PIN', pin);
    await this.tab.click('button', 'Add me as staff');
  }

  /** On the page *People here*. */
  async add(name: string, pin?: string): Promise<void> {
    await this.tab.type('textbox', 'First name or initials', name);
    if (pin) await this.tab.type('textbox', 'PIN (you can leave it empty)', pin);
    await this.tab.click('button', 'Add');
    await this.tab.byRole('button', `Change: ${name}`);
  }

  async comeIn(name: string, pin?: string): Promise<void> {
    await this.tab.click('button', name);
    if (pin) {
      await this.tab.type('textbox', `${name}, your PIN`, pin);
      await this.tab.click('button', 'Open my pages');
    }
    await this.tab.sees('What do you want to give?');
  }

  async leave(): Promise<void> {
    const [done] = await this.tab.allByRole('button', 'I’m done');
    await done?.click();
    await this.tab.sees('Who are you?');
  }

  async reload(): Promise<void> {
    await this.tab.page.reload({ waitUntil: 'load' });
  }

  async end(): Promise<void> {
    await this.visit.close();
    await this.server.close();
    rmSync(this.profile, { recursive: true, force: true, maxRetries: 10 });
  }
}
