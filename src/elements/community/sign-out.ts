import type { Records, RecordsOptions } from '../../records/base/types.js';
import { MilieuSignedOutEvent } from './events.js';
import type { Identity } from './host-input.js';

/** Which store belongs to an identity. */
export const storeOf = ({ community, person, as, keep }: Identity): Pick<RecordsOptions, 'community' | 'person' | 'as' | 'keep'> => ({
  community,
  as,
  keep,
  ...(person === undefined ? {} : { person }),
});

/** Closes the store of a community, if it is open. One that is being opened closes itself. */
export type EndOfStore = (own: Records | undefined) => Promise<void>;

/**
 * Removes what the backend has of a person who has signed out, closes their store, and tells the host by an event on `target`. A store that is not
 * open is opened without its key. Rejects as `removeDelivered`.
 */
export const removingAfterSignOut =
  (left: Identity, target: EventTarget): EndOfStore =>
  async (own) => {
    const [{ removeDelivered }, { openRecords }] = await Promise.all([
      import('../../records/backup/remove-delivered.js'),
      import('../../records/open.js'),
    ]);
    const records = own ?? (await openRecords({ ...storeOf(left), locked: true }));
    try {
      const { removed, unsent, drafts } = await removeDelivered(records);
      target.dispatchEvent(new MilieuSignedOutEvent(left.person!, removed, unsent, drafts));
    } finally {
      await records.close();
    }
  };
