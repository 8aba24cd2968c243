import {
  Coffee,
  DoorClosed,
  Ear,
  Footprints,
  HandHelping,
  Hourglass,
  ThumbsUp,
  VolumeX,
  Wrench,
} from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { LockMessage, SeatMessage } from '../../shared/contracts/seat-order.ts';

/** What stands on a locked seat, the same where staff choose it. */
export const lockPictures: Readonly<Record<LockMessage, LucideIcon>> = {
  wait: Hourglass,
  listen: Ear,
  break: Coffee,
  over: DoorClosed,
  repair: Wrench,
};

/** Beside a word that staff chose, the same where they choose it. */
export const notePictures: Readonly<Record<SeatMessage, LucideIcon>> = {
  come: Footprints,
  'help-comes': HandHelping,
  finish: Hourglass,
  quiet: VolumeX,
  'well-done': ThumbsUp,
};
