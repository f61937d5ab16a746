import type { Item } from '../../model/kinds/agenda-item/table.js';
import type { Help } from '../../model/kinds/help/table.js';
import { isChecked } from '../../model/kinds/minutes/states.js';
import type { MilieuRecord } from '../../model/record.js';
import type { Values } from '../language/strings.js';
import type { ShiftSection } from './shift-sections.js';
import type { ShiftKey } from './shift.strings.js';

interface Words {
  readonly t: (key: ShiftKey, values?: Values) => string;
  readonly name: (person: string) => string;
  /** The title of the job that an answer is about. */
  readonly jobTitle: (record: MilieuRecord) => string;
}

const ofJob: Readonly<Record<string, ShiftKey>> = {
  'help-asked': 'shift.job-help-asked',
  'swap-asked': 'shift.job-swap-asked',
  declined: 'shift.job-declined',
};

/** What waits, in one line. It says who, and nothing of what they wrote, except titles that everybody can read. */
export function shiftWords(section: ShiftSection['name'], record: MilieuRecord, { t, name, jobTitle }: Words): string {
  const [by, to] = [name(record.by), name(record.to[0] ?? '')];
  switch (section) {
    case 'calls':
      return t(`shift.call-${(record as MilieuRecord<Help>).data.need}`, { name: by });
    case 'concerns':
      return t(record.from === undefined ? 'shift.concern' : 'shift.concern-again', { name: by });
    case 'reports':
      return t('shift.report', { name: to });
    case 'talks':
      return t('shift.talk', { name: by, other: to });
    case 'readings':
      return t('shift.reading', { name: by });
    case 'reminders':
      return t('shift.reminder', { name: by, other: to });
    case 'steps':
      return t('shift.step', { name: by });
    case 'jobs':
      return t(ofJob[record.status] ?? 'shift.job-declined', { name: record.to.length > 0 ? to : by, title: jobTitle(record) });
    case 'ideas':
      return t('shift.idea', { name: by, title: (record as MilieuRecord<Item>).data.title });
    case 'minutes':
      return t(isChecked(record) ? 'shift.minutes-checked' : 'shift.minutes-draft', { name: by });
  }
}
