import type { AttendanceWord, Proposed } from '../../../shared/contracts/lab-attendance.ts';
import { createSayHook } from '../../i18n/language.tsx';
import type { Say } from '../../i18n/text.ts';
import { attendanceTexts } from '../../i18n/texts/supervisor/attendance.ts';

export const useAttendanceSay = createSayHook(attendanceTexts);
export type AttendanceSay = Say<typeof attendanceTexts>;

/** "about 40 min" */
export function sayMinutes(
  { minutes, about }: { readonly minutes: number; readonly about: boolean },
  say: AttendanceSay,
): string {
  return say(about ? 'minutes.about' : 'minutes.sure', { count: minutes });
}

export function sayWord(word: AttendanceWord, say: AttendanceSay): string {
  if (word.there) return `${say('present')} · ${sayMinutes(word, say)}`;
  return `${say('absent')} · ${say(`absence.${word.absence}`)}`;
}

export function sayProposed(proposed: Proposed, say: AttendanceSay): string {
  return proposed.there ? `${say('present')} · ${sayMinutes(proposed, say)}` : say('absent');
}
