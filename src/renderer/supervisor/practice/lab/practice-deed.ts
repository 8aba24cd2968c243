import type { SeatActKind } from '../../../../shared/contracts/seat-order.ts';
import type { LearnerId } from '../../../../shared/ids.ts';

/** Something that whoever practises did, once it was done: by which the tour goes on, and the course counts. */
export type PracticeDeed =
  | {
      readonly what: 'seat';
      readonly act: SeatActKind;
      readonly seat: number;
      /** Whether the pretend hub had it; else it went straight to the seat. */
      readonly byHub: boolean;
    }
  | { readonly what: 'opened'; readonly learner: LearnerId }
  | { readonly what: 'looked'; readonly seat: number }
  | {
      readonly what:
        | 'taken'
        | 'answered'
        | 'handed'
        | 'arranged'
        | 'moved'
        /** A code of paper opened a seat. */
        | 'code'
        /** All is off: the power can be cut. */
        | 'closed';
    };
