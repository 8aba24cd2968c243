import { attendanceCommands } from '../../shared/contracts/commands/attendance-commands.ts';
import { learnerTarget } from '../commands/learner-target.ts';
import { defineStaffCommand } from '../commands/staff-command.ts';
import type { StaffCommand } from '../commands/staff-command.ts';
import { accountIn } from '../office/learners.ts';
import { readRoster } from '../office/roster.ts';
import { touching } from '../office/touched-groups.ts';
import { confirmAttendance } from './confirm-attendance.ts';
import { correctAttendance } from './correct-attendance.ts';

const confirmCommand = defineStaffCommand({
  contract: attendanceCommands['attendance.confirm'],
  action: 'attendance.confirm',
  mostBytes: 256 * 1024,
  target: (parts, { group, lines }) =>
    touching(
      parts,
      lines.map(({ learner }) => learner),
      [group],
    ),
  run: async ({ office }, asked, asker) => {
    await confirmAttendance(office, asked, asker);
    return {};
  },
});

const correctCommand = defineStaffCommand({
  contract: attendanceCommands['attendance.correct'],
  action: 'attendance.correct',
  reasoned: true,
  target: (parts, { learner }) => learnerTarget(parts, learner),
  run: async ({ office }, asked, asker) => {
    await correctAttendance(office, asked, asker);
    return {};
  },
});

/** Names on paper: who had them printed stands in the journal, with whose they are ([ATT9]). */
const printCommand = defineStaffCommand({
  contract: attendanceCommands['attendance.print'],
  action: 'attendance.confirm',
  target: (parts, { group, learners }) => touching(parts, learners, [group]),
  run: async ({ office }, { learners }, asker) => {
    const roster = await readRoster(office);
    for (const learner of learners) accountIn(roster, learner);
    await office.record({
      type: 'attendance.printed',
      ...asker,
      about: [...new Set(learners)],
      documents: () => [],
    });
    return {};
  },
});

/** What staff have the hub do about attendance ([ATT2]). */
export const attendanceStaffCommands: readonly StaffCommand[] = [
  confirmCommand,
  correctCommand,
  printCommand,
];
