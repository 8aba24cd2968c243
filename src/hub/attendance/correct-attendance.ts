import { isSameWord, standingMark } from '../../domain/attendance/standing-mark.ts';
import * as z from 'zod';
import { attendanceReasons } from '../../shared/contracts/lab-attendance.ts';
import type { attendanceCommands } from '../../shared/contracts/commands/attendance-commands.ts';
import { ReanError } from '../../shared/errors.ts';
import { sealAttendanceMark } from '../../sync/envelope/sealed-documents.ts';
import type { StaffAsker } from '../commands/staff-command.ts';
import { learnerKeys } from '../office/learner-keys.ts';
import type { SiteOffice } from '../office/site-office.ts';
import { attendanceMarks } from './attendance-marks.ts';

/** The desk takes no other ([CMD7]). */
const reasonSchema = z.enum(attendanceReasons);

export type CorrectionAsked = z.output<(typeof attendanceCommands)['attendance.correct']['input']>;

/**
 * Says otherwise of one learner's day than was confirmed: a new record, which holds from then on; what was
 * said before stays as it is ([ATT5]).
 * @throws ReanError `attendance.none` where nothing was confirmed, `attendance.pointless` where it is what
 * holds already, `learner.unknown`
 */
export async function correctAttendance(
  office: SiteOffice,
  { learner, day, word, proposed }: CorrectionAsked,
  { by, command }: StaffAsker,
): Promise<void> {
  const why = reasonSchema.parse(command.reason);
  const on = office.labDate;
  await office.record({
    type: 'attendance.corrected',
    by,
    command,
    // Read in the office's turn: what was said meanwhile is what is corrected.
    documents: async (hubSeq) => {
      const key = (await learnerKeys(office))(learner);
      const before = standingMark(await attendanceMarks(office, learner, key, day));
      if (before === null) throw new ReanError('attendance.none');
      // The same word with other records behind it says that somebody looked at them ([ATT6]).
      const isKnown = JSON.stringify(before.proposed) === JSON.stringify(proposed);
      if (isSameWord(before.word, word) && isKnown) throw new ReanError('attendance.pointless');
      const mark = { learner, group: before.group, day, word, proposed, by, on, why };
      return [sealAttendanceMark(hubSeq, mark, command.id, { key, random: office.random })];
    },
  });
}
