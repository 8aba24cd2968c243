import type { ReactNode } from 'react';
import type { HandoverResult, LearnerCard } from '../../../shared/contracts/ipc/views.ts';
import type { ComesNext } from '../../../shared/contracts/timetable.ts';
import type { Language } from '../../../shared/ids.ts';

/** Somebody who touched their tile, on the screens between it and their lessons. */
export interface AtTheDoor {
  readonly learner: LearnerCard;
  readonly onNotMe: () => void;
  readonly onLanguage: (language: Language) => void;
  /** Another way on from this screen. */
  readonly controls?: ReactNode;
}

/** Somebody who proves who they are. */
export interface Proving extends AtTheDoor {
  /** They did, and are to come at another time ([TTB9]). */
  readonly onNotNow: (next: ComesNext) => void;
}

/** What an officer's number showed. */
export type OpenedSignIn = Extract<HandoverResult, { readonly result: 'opened' }>;
