import type { ReactiveControllerHost } from 'lit';
import { isToDo, jobLists, jobsOn, swapsAskedOf } from '../../model/kinds/ladder/jobs-on.js';
import type { Community } from '../community/community.js';
import type { Waits } from '../controllers/first-page.js';
import { QueryController } from '../controllers/query.js';
import { Today } from '../parts/today.js';

/** The jobs of the person on this page, and what others ask them about jobs. */
export class OwnJobs {
  readonly #today: Today;
  readonly #lists: readonly QueryController[];

  /** @param whose returns the person's id; undefined for somebody who has no jobs here */
  constructor(
    host: ReactiveControllerHost & { readonly community: Community | undefined },
    private readonly whose: () => string | undefined,
  ) {
    this.#today = new Today(host);
    this.#lists = jobLists('').map((_, place) => {
      return new QueryController(host, () => {
        const person = this.whose();
        return person === undefined ? undefined : jobLists(person)[place];
      });
    });
  }

  /** Whether the person has, or had, a job. */
  get some(): boolean {
    return this.#lists.some(({ kept }) => kept.some(({ record: { kind, to } }) => kind !== 'job-day' && to.includes(this.whose() ?? '')));
  }

  /** Whether a job of today is not done yet, or somebody asks to swap. */
  get isNew(): Waits {
    const person = this.whose();
    if (person === undefined) return false;
    if (this.#lists.some(({ state }) => state.is === 'opening')) return 'unknown';
    const records = this.#lists.flatMap(({ kept }) => kept.map(({ record }) => record));
    const { day } = this.#today;
    return jobsOn(day, records, person).some(isToDo) || swapsAskedOf(day, records, person).length > 0;
  }
}
