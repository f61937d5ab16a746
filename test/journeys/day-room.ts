import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Tab } from '../testing/tab.js';
import { type Engine, Visit } from '../testing/visit.js';
import { serveHouse } from './house-page.js';

/** The computer of a house, with a browser profile of its own. It has no backend: what is written here stays here. */
export class DayRoom {
  private constructor(
    private readonly server: Awaited<ReturnType<typeof serveHouse>>,
    private readonly visit: Visit,
    private readonly profile: string,
    readonly tab: Tab,
  ) {}

  static async open(engine: Engine): Promise<DayRoom> {
    const server = await serveHouse();
    const profile = mkdtempSync(join(tmpdir(), 'house-'));
    const visit = await Visit.start({ engine, profile });
    return new DayRoom(server, visit, profile, await visit.open(`${server.url}/`));
  }

  async end(): Promise<void> {
    await this.visit.close();
    await this.server.close();
    rmSync(this.profile, { recursive: true, force: true, maxRetries: 10 });
  }
}
