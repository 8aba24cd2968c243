import { kioskHomeTexts } from './kiosk/home.ts';
import { kioskKeyboardTexts } from './kiosk/keyboard.ts';
import { kioskLessonTexts } from './kiosk/lesson.ts';
import { kioskLibraryTexts } from './kiosk/library.ts';
import { kioskLockTexts } from './kiosk/lock.ts';
import { kioskOverrideTexts } from './kiosk/override.ts';
import { kioskSelfTestTexts } from './kiosk/self-test.ts';
import { kioskPieceTexts } from './kiosk/piece.ts';
import { kioskWhenTexts } from './kiosk/when.ts';
import { kioskSignInTexts } from './kiosk/sign-in.ts';
import { kioskTutorTexts } from './kiosk/tutor.ts';

/** What the learner's window says. Learners are adults; many read slowly: short and concrete. */
export const kioskTexts = {
  ...kioskSignInTexts,
  ...kioskHomeTexts,
  ...kioskLessonTexts,
  ...kioskKeyboardTexts,
  ...kioskPieceTexts,
  ...kioskOverrideTexts,
  ...kioskLibraryTexts,
  ...kioskTutorTexts,
  ...kioskLockTexts,
  ...kioskWhenTexts,
  ...kioskSelfTestTexts,
} as const;
