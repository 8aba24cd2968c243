import { judgeCourse } from '../../domain/staff-course/staff-course.ts';
import { courseCommands } from '../../shared/contracts/commands/course-commands.ts';
import { ReanError } from '../../shared/errors.ts';
import type { StaffId } from '../../shared/ids.ts';
import { defineStaffCommand } from '../commands/staff-command.ts';
import type { StaffAsker } from '../commands/staff-command.ts';
import type { SiteOffice } from './site-office.ts';

/** That somebody finished a course for staff: by themselves, for themselves ([HPG6]). */
export const finishCourseCommand = defineStaffCommand({
  contract: courseCommands['training.finish'],
  action: 'training.finish',
  target: (_parts, { staff }) => ({ person: staff }),
  run: async ({ office }, { parts, answers, ...finished }, asker) => {
    const { staff, course, version } = finished;
    const account = await office.staffAccount(staff);
    if (account === null) throw new ReanError('permission.denied', { problem: 'unknown' });
    const { role } = account;
    const taker = { role, finished: await versionsOf(office, staff, course) };
    if (judgeCourse(course, version, { parts, answers }, taker) !== 'finished') {
      throw new ReanError('shape.invalid', { at: 'answers' });
    }
    return { day: await finishCourse(office, finished, asker) };
  },
});

/** Which versions of a course somebody finished. */
async function versionsOf(
  office: SiteOffice,
  staff: StaffId,
  course: string,
): Promise<readonly number[]> {
  const records = await office.directory.all(`training:${staff}:${course}:`);
  return records.flatMap((each) => (each.type === 'training' ? [each.version] : []));
}

interface Finished {
  readonly staff: StaffId;
  readonly course: string;
  readonly version: number;
}

/** Enters it once for each person and version; the day it was first. */
function finishCourse(office: SiteOffice, finished: Finished, asker: StaffAsker): Promise<string> {
  const { staff, course, version } = finished;
  const _id = `training:${staff}:${course}:${version}` as const;
  return office.alone(async (turn) => {
    const held = (await office.directory.all(_id)).find((each) => each._id === _id);
    if (held?.type === 'training') return held.day;
    const day = office.labDate;
    await turn.record({
      type: 'training.finished',
      ...asker,
      documents: (hubSeq) => [{ _id, type: 'training', v: 1, hubSeq, ...finished, day }],
    });
    return day;
  });
}
