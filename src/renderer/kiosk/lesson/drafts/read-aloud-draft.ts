import type { OwnTake } from '../../../sound/own-take.ts';
import type { RecordingId } from '../../../../shared/ids.ts';

export interface ReadAloudDraft {
  readonly type: 'readAloud';
  /** What was read last and is not kept yet; null where nothing is. */
  readonly take: OwnTake | null;
  /** What the station keeps of it. */
  readonly kept: RecordingId | null;
  /** The station had no room for it; the next step goes on without. */
  readonly refused: boolean;
}

export const startReadAloud: ReadAloudDraft = {
  type: 'readAloud',
  take: null,
  kept: null,
  refused: false,
};

/** Whoever can't be heard, or would not be, reads silently and goes on: it never blocks ([RAL1]). */
export const readAloudReadiness = (draft: ReadAloudDraft): 'ready' | 'early' =>
  draft.take === null && draft.kept === null ? 'early' : 'ready';
