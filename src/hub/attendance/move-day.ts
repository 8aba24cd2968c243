import { countedDay, whyNotMoved } from '../../domain/attendance/moved-days.ts';
import type { MovedDays } from '../../domain/attendance/moved-days.ts';
import { ReanError } from '../../shared/errors.ts';
import type { LearnerId } from '../../shared/ids.ts';
import type { StaffAsker } from '../commands/staff-command.ts';
import type { SiteOffice } from '../office/site-office.ts';

type Offices = Pick<SiteOffice, 'directory'>;

/** The days that count as others by now ([ATT12]). */
export async function movedDays({ directory }: Offices): Promise<MovedDays> {
  const all = await directory.all('moved-day:');
  return new Map(all.flatMap((each) => (each.type === 'moved-day' ? [[each.from, each]] : [])));
}

/** Whose day was confirmed, by the day it counts on. */
export async function learnersSaidOn(office: Offices, day: string): Promise<Set<LearnerId>> {
  const moved = await movedDays(office);
  const documents = await office.directory.all('attendance:');
  return new Set(
    documents.flatMap((each) => {
      if (each.type !== 'attendance') return [];
      const [, , of = ''] = each._id.split(':');
      return countedDay({ day: of, hubSeq: each.hubSeq }, moved) === day ? [each.learner] : [];
    }),
  );
}

/**
 * Has a lab day that was confirmed wrong count as another: a new record; all that was said and recorded
 * on it stays as it is ([ATT12]).
 * @throws ReanError `lab-day.near` where the two can't be told apart, or no sheet can be of the right day;
 * `lab-day.clash` where somebody has a word on each of the two: then nothing is recorded
 */
export async function moveDay(
  office: SiteOffice,
  { from, to }: { readonly from: string; readonly to: string },
  asker: StaffAsker,
): Promise<void> {
  // In one turn: a sheet of the right day that is confirmed meanwhile is a clash.
  await office.alone(async (turn) => {
    if (whyNotMoved(from, to, office.labDate) !== null) throw new ReanError('lab-day.near');
    const said = await learnersSaidOn(office, from);
    const there = await learnersSaidOn(office, to);
    const both = [...said].filter((learner) => there.has(learner)).length;
    if (both > 0) throw new ReanError('lab-day.clash', { count: both });
    await turn.record({
      type: 'lab-day.moved',
      ...asker,
      about: [...said],
      documents: (hubSeq) => [
        { _id: `moved-day:${from}`, type: 'moved-day', v: 1, hubSeq, from, to, by: asker.by },
      ],
    });
  });
}
