import type * as z from 'zod';
import type { attendanceCommands } from '../../shared/contracts/commands/attendance-commands.ts';
import { confirmedWithinDays } from '../../shared/contracts/lab-attendance.ts';
import { ReanError } from '../../shared/errors.ts';
import type { LearnerId } from '../../shared/ids.ts';
import { sealAttendanceMark } from '../../sync/envelope/sealed-documents.ts';
import type { StaffAsker } from '../commands/staff-command.ts';
import { learnerKeys } from '../office/learner-keys.ts';
import { recordInParts } from '../office/record-in-parts.ts';
import { readRoster } from '../office/roster.ts';
import type { SiteOffice } from '../office/site-office.ts';
import { wordsSaid } from './attendance-marks.ts';

export type SheetAsked = z.output<(typeof attendanceCommands)['attendance.confirm']['input']>;

const dayMs = 86_400_000;

/**
 * Confirms a group's sheet of a lab day, or the lines of it that nobody confirmed yet ([ATT2]).
 * @throws ReanError `attendance.day` for a day to come or too long ago, `attendance.changed` where a line
 * was confirmed meanwhile, or somebody on it is not in the group any more; then nothing is recorded
 */
export async function confirmAttendance(
  office: SiteOffice,
  { group, day, lines }: SheetAsked,
  { by, command }: StaffAsker,
): Promise<void> {
  const on = office.labDate;
  demandDay(day, on);
  // In one turn: of two who confirm the same sheet the second is told, and nothing is confirmed twice.
  await office.alone(async (turn) => {
    const { learners } = await readRoster(office);
    const isIn = ({ learner }: { learner: LearnerId }) => learners.get(learner)?.group === group;
    const named = new Set(lines.map(({ learner }) => learner));
    const isNew = await nobodySaid(office, named, day);
    if (!isNew || named.size !== lines.length || !lines.every(isIn)) {
      throw new ReanError('attendance.changed');
    }
    const keyOf = await learnerKeys(office);
    const change = { type: 'attendance.confirmed', by, command } as const;
    await recordInParts(turn, change, lines, (line, hubSeq) =>
      sealAttendanceMark(hubSeq, { ...line, group, day, by, on, why: null }, command.id, {
        key: keyOf(line.learner),
        random: office.random,
      }),
    );
  });
}

async function nobodySaid(
  office: SiteOffice,
  learners: ReadonlySet<LearnerId>,
  day: string,
): Promise<boolean> {
  for (const learner of learners) {
    if ((await wordsSaid(office, learner, day)).length > 0) return false;
  }
  return true;
}

function demandDay(day: string, today: string): void {
  const daysAgo = (Date.parse(today) - Date.parse(day)) / dayMs;
  if (daysAgo < 0 || daysAgo > confirmedWithinDays) throw new ReanError('attendance.day');
}
