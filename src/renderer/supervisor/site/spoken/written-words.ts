import {
  AlarmClockPlus,
  Armchair,
  DoorOpen,
  Eye,
  Hourglass,
  Power,
  RotateCcw,
  UserRound,
} from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { SpokenWord } from '../../../../shared/contracts/spoken.ts';
import { kioskLockTexts } from '../../../i18n/texts/kiosk/lock.ts';
import { spokenTexts } from '../../../i18n/texts/supervisor/spoken.ts';
import type { Text } from '../../../i18n/text.ts';
import { lockPictures, notePictures } from '../../../ui/seat-pictures.ts';

interface WrittenWord {
  /** As the seat draws it. */
  readonly icon: LucideIcon;
  /** What is to be spoken: what the seat writes, less what only the screen can know. */
  readonly text: Text;
}

export const writtenWords: Readonly<Record<SpokenWord, WrittenWord>> = {
  'lock-wait': { icon: lockPictures.wait, text: kioskLockTexts['lock.wait'] },
  'lock-listen': { icon: lockPictures.listen, text: kioskLockTexts['lock.listen'] },
  'lock-break': { icon: lockPictures.break, text: kioskLockTexts['lock.break'] },
  'lock-over': { icon: lockPictures.over, text: kioskLockTexts['lock.over'] },
  'lock-repair': { icon: lockPictures.repair, text: kioskLockTexts['lock.repair'] },
  pause: { icon: Eye, text: kioskLockTexts.pause },
  'note-come': { icon: notePictures.come, text: kioskLockTexts['note.come'] },
  'note-help-comes': { icon: notePictures['help-comes'], text: kioskLockTexts['note.help-comes'] },
  'note-finish': { icon: notePictures.finish, text: kioskLockTexts['note.finish'] },
  'note-quiet': { icon: notePictures.quiet, text: kioskLockTexts['note.quiet'] },
  'note-well-done': { icon: notePictures['well-done'], text: kioskLockTexts['note.well-done'] },
  led: { icon: UserRound, text: kioskLockTexts['led.title'] },
  'moved-away': { icon: Armchair, text: spokenTexts['word.moved-away'] },
  'time-near': { icon: Hourglass, text: spokenTexts['word.time-near'] },
  'time-over': { icon: DoorOpen, text: kioskLockTexts['time.over'] },
  'time-given': { icon: AlarmClockPlus, text: spokenTexts['word.time-given'] },
  'leaving-restart': { icon: RotateCcw, text: kioskLockTexts['leaving.restart'] },
  'leaving-power-off': { icon: Power, text: kioskLockTexts['leaving.power-off'] },
};
