import { countedDay, daysOfWords } from '../../domain/attendance/moved-days.ts';
import type { PlacedMark } from '../../domain/attendance/standing-mark.ts';
import type { DirectoryDocumentOf } from '../../shared/contracts/documents/directory.ts';
import type { SealingKey } from '../../shared/contracts/keyring.ts';
import { commandIdSchema } from '../../shared/ids.ts';
import type { LearnerId } from '../../shared/ids.ts';
import { openAttendanceMark } from '../../sync/envelope/sealed-documents.ts';
import type { SiteOffice } from '../office/site-office.ts';
import { movedDays } from './move-day.ts';

/** A word, sealed, and the day it counts on ([ATT12]). */
interface SaidWord {
  readonly document: DirectoryDocumentOf<'attendance'>;
  readonly day: string;
}

/** What the directory holds of a learner's attendance: of one day, or of all. */
export async function wordsSaid(
  office: Pick<SiteOffice, 'directory'>,
  learner: LearnerId,
  day: string | null,
): Promise<readonly SaidWord[]> {
  const moved = await movedDays(office);
  const days = day === null ? [''] : daysOfWords(day, moved);
  const documents = await Promise.all(
    days.map((each) => office.directory.all(`attendance:${learner}:${each}`)),
  );
  return documents
    .flat()
    .flatMap((document) => {
      if (document.type !== 'attendance') return [];
      const [, , of = ''] = document._id.split(':');
      return { document, day: countedDay({ day: of, hubSeq: document.hubSeq }, moved) };
    })
    .filter((word) => day === null || word.day === day);
}

/**
 * The same, opened.
 * @throws ReanError `seal.broken`, `shape.invalid`
 */
export async function attendanceMarks(
  office: Pick<SiteOffice, 'directory'>,
  learner: LearnerId,
  key: SealingKey,
  on: string | null = null,
): Promise<readonly PlacedMark[]> {
  const words = await wordsSaid(office, learner, on);
  return words.map(({ document, day }) => {
    const command = commandIdSchema.parse(document._id.split(':').at(-1));
    return { ...openAttendanceMark(document, key), day, command, hubSeq: document.hubSeq };
  });
}
