import type { Trouble } from '../../records/base/types.js';

/** Whether the change was lost with the storage of the browser, and is offered again. No backend has refused it. */
export const wasLost = ({ code }: Trouble): boolean => code === 'storage-lost';
