import type { MilieuRecord } from '../../record.js';

type Stands = Pick<MilieuRecord, 'status'>;

export const isPlanned = ({ status }: Stands): boolean => status === 'planned';
/** Running or paused. */
export const isOn = ({ status }: Stands): boolean => status === 'running' || status === 'paused';
export const isPaused = ({ status }: Stands): boolean => status === 'paused';
/** It was held; one that was cancelled was not. */
export const isClosed = ({ status }: Stands): boolean => status === 'closed';

export const isCancelled = ({ status }: Stands): boolean => status === 'cancelled';

/** Whether it is on, or over after it was held. */
export const hasBegun = (meeting: MilieuRecord | undefined): boolean => meeting?.kind === 'meeting' && (isOn(meeting) || isClosed(meeting));

/** A meeting that takes nothing on any more, or no meeting at all. */
export const isOver = (meeting: MilieuRecord | undefined): boolean => meeting?.kind !== 'meeting' || isClosed(meeting) || isCancelled(meeting);
