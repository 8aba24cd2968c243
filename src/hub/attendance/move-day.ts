import { whyNotMoved, wordsMoving } from '../../domain/attendance/moved-days.ts';
import type { MovedDays } from '../../domain/attendance/moved-days.ts';
import type { DirectoryDocumentOf } from '../../shared/contracts/documents/directory.ts';
import { ReanError } from '../../shared/errors.ts';
import type { StaffAsker } from '../commands/staff-command.ts';
import type { SiteOffice } from '../office/site-office.ts';

type Offices = Pick<SiteOffice, 'directory'>;

/** The days that count as others by now ([ATT12]). */
export async function movedDays({ directory }: Offices): Promise<MovedDays> {
  const all = await directory.all('moved-day:');
  return new Map(all.flatMap((each) => (each.type === 'moved-day' ? [[each.from, each]] : [])));
}

/**
 * Has a lab day that was confirmed wrong count as another, or as itself again: a new record; all that was
 * said and recorded on it stays as it is ([ATT12]).
 * @throws ReanError `lab-day.near` where no sheet can be of the right day, or the wrong one is today;
 * `lab-day.clash` where somebody has a word on each of the two: then nothing is recorded
 */
export async function moveDay(
  office: SiteOffice,
  { from, to }: { readonly from: string; readonly to: string },
  asker: StaffAsker,
): Promise<void> {
  // In one turn: a sheet of the right day that is confirmed meanwhile is a clash.
  await office.alone(async (turn) => {
    const on = office.labDate;
    const moved = await movedDays(office);
    if (whyNotMoved({ from, to }, on, moved) !== null) throw new ReanError('lab-day.near');
    const said = await saidByDay(office);
    const { moving, clashing } = wordsMoving((day) => said.get(day) ?? [], moved, { from, to });
    if (clashing.size > 0) throw new ReanError('lab-day.clash', { count: clashing.size });
    await turn.record({
      type: 'lab-day.moved',
      ...asker,
      about: [...moving],
      documents: (hubSeq) => [
        { _id: `moved-day:${from}`, type: 'moved-day', v: 1, hubSeq, from, to, on, by: asker.by },
      ],
    });
  });
}

type Words = Pick<DirectoryDocumentOf<'attendance'>, 'learner' | 'hubSeq'>;

/** All words by the day that they were said of. */
async function saidByDay({ directory }: Offices): Promise<ReadonlyMap<string, readonly Words[]>> {
  const days = new Map<string, Words[]>();
  for (const each of await directory.all('attendance:')) {
    if (each.type !== 'attendance') continue;
    const [, , day = ''] = each._id.split(':');
    const words = days.get(day) ?? [];
    words.push(each);
    days.set(day, words);
  }
  return days;
}
