import type { ErrorCode } from '../../records/base/errors.js';
import type { Kept, Status } from '../../records/base/types.js';

/** The screens of a view. Every view renders exactly one of them. */
export type ViewState<D = Kept['record']['data']> =
  | { readonly is: 'opening' }
  | { readonly is: 'locked' }
  | { readonly is: 'failed'; readonly code: ErrorCode }
  | { readonly is: 'empty' }
  | { readonly is: 'ready'; readonly kept: readonly Kept<D>[] }
  | { readonly is: 'read-only'; readonly kept: readonly Kept<D>[]; readonly code: ErrorCode };

/** Whether the store can save. If storage was cleared, the store continues empty, and the foot says so. */
export const isOpen = ({ store }: Status): boolean => store === 'open' || store === 'memory' || store === 'lost';

/** Whether what is stored can be read, and nothing written: a newer version has taken over, or has made the database. */
export const isReadOnly = ({ store, code }: Status): boolean => store === 'failed' && (code === 'newer' || code === 'newer-schema');

/** The screen for the status of the store, if it replaces the list; undefined if the list can be shown. */
export function viewStateOf(status: Status): ViewState | undefined {
  if (isOpen(status) || isReadOnly(status)) return undefined;
  switch (status.store) {
    case 'opening':
    case 'locked':
      return { is: status.store };
    default:
      return { is: 'failed', code: status.code ?? 'unknown' };
  }
}

/**
 * Combines the screens of several lists that are shown as one list. It is `empty` only if all of them are empty, and it is shown only after
 * all of them have loaded.
 */
export function together(...screens: readonly ViewState[]): ViewState {
  const [first = { is: 'opening' } as const] = (['failed', 'locked', 'opening', 'read-only', 'ready', 'empty'] as const).flatMap((is) =>
    screens.filter((screen) => screen.is === is),
  );
  return first;
}
