import type { PlacedMark } from '../../domain/attendance/standing-mark.ts';
import type { DirectoryDocument } from '../../shared/contracts/documents/directory.ts';
import type { SealingKey } from '../../shared/contracts/keyring.ts';
import { commandIdSchema } from '../../shared/ids.ts';
import type { LearnerId } from '../../shared/ids.ts';
import { openAttendanceMark } from '../../sync/envelope/sealed-documents.ts';
import type { SiteOffice } from '../office/site-office.ts';

/**
 * What the directory holds of a learner's attendance, opened: of one day, or of all.
 * @throws ReanError `seal.broken`, `shape.invalid`
 */
export async function attendanceMarks(
  { directory }: Pick<SiteOffice, 'directory'>,
  learner: LearnerId,
  key: SealingKey,
  day = '',
): Promise<readonly PlacedMark[]> {
  const documents = await directory.all(`attendance:${learner}:${day}`);
  return documents.flatMap((each) => openMark(each, key));
}

function openMark(document: DirectoryDocument, key: SealingKey): readonly PlacedMark[] {
  if (document.type !== 'attendance') return [];
  const command = commandIdSchema.parse(document._id.split(':').at(-1));
  return [{ ...openAttendanceMark(document, key), command, hubSeq: document.hubSeq }];
}
