import { isSameWord, wordOf } from '../../../domain/attendance/standing-mark.ts';
import type { AttendanceLineView } from '../../../shared/contracts/ipc/attendance-view.ts';
import type { AttendanceWord } from '../../../shared/contracts/lab-attendance.ts';
import type { LearnerId } from '../../../shared/ids.ts';
import { fromKhmerDigits } from '../../../shared/khmer/numbers.ts';

/** What was changed by hand of lines that nobody confirmed yet. */
export type EditedLines = ReadonlyMap<LearnerId, AttendanceWord>;

/** The word that holds, else the one of the sheet as it is shown. */
export function wordShown({ learner, proposed, said }: AttendanceLineView, edited: EditedLines) {
  return said.at(-1)?.word ?? edited.get(learner) ?? wordOf(proposed);
}

export const isWaiting = ({ said }: AttendanceLineView) => said.length === 0;

/** Whether the word shown is another than the records propose. */
export function isByHand(line: AttendanceLineView, edited: EditedLines): boolean {
  return isWaiting(line) && !isSameWord(wordShown(line, edited), wordOf(line.proposed));
}

/** What the hub is asked to confirm: every line that waits. */
export function linesToConfirm(lines: readonly AttendanceLineView[], edited: EditedLines) {
  return lines.filter(isWaiting).map((line) => {
    const { learner, proposed } = line;
    return { learner, word: wordShown(line, edited), proposed };
  });
}

/** Present and absent the other way round; the minutes proposed come back with it. */
export function turned(line: AttendanceLineView, edited: EditedLines): AttendanceWord {
  const { proposed } = line;
  if (wordShown(line, edited).there) return { there: false, absence: 'unexplained' };
  return { there: true, minutes: proposed.minutes, about: proposed.about };
}

/** What stands in a field of minutes, in either digits; null for what is no time of a day. */
export function minutesIn(text: string): number | null {
  const digits = fromKhmerDigits(text.trim());
  if (digits === '') return 0;
  return /^\d{1,4}$/.test(digits) && Number(digits) <= 24 * 60 ? Number(digits) : null;
}
