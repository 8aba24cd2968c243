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
    const { course, version } = finished;
    if (judgeCourse(course, version, { parts, answers }) !== 'finished') {
      throw new ReanError('shape.invalid', { at: 'answers' });
    }
    return { day: await finishCourse(office, finished, asker) };
  },
});

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
