import * as z from 'zod/mini';
import { type Attendance, attendanceLimits } from './table.js';
import { list, opaqueId, type Shape } from '../../field-types.schema.js';

const some = list(opaqueId, attendanceLimits.people);

export const attendanceSchema: Shape<Attendance> = z.strictObject({ present: some, part: some, excused: some });
