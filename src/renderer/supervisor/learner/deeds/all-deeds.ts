import { correctDeed } from './correct/correct-form.tsx';
import { eraseDeed } from './erase/erase-form.tsx';
import { holdDeed } from './hold/hold-form.tsx';
import { printDeed } from './print/print-form.tsx';
import { cardDeed } from './card/card-form.tsx';
import { changeDeed } from './change/change-form.tsx';
import type { LearnerDeed } from './learner-deed.ts';
import { newSignInDeed } from './new-sign-in/new-sign-in-form.tsx';
import { letInDeed, shutOutDeed } from './shut-out/shut-out-form.tsx';
import { appointTutorDeed, endTutorDeed } from './tutor/tutor-forms.tsx';

/** All that may be done about a learner, in the order of its buttons; a new one is listed here. */
export const allDeeds: readonly LearnerDeed[] = [
  changeDeed,
  newSignInDeed,
  cardDeed,
  appointTutorDeed,
  endTutorDeed,
  shutOutDeed,
  letInDeed,
  printDeed,
  correctDeed,
  holdDeed,
  eraseDeed,
];
