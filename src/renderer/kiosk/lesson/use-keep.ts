import { toBase64 } from '../../sound/base64.ts';
import { useStation } from '../station.ts';
import type { Draft } from './drafts/draft.ts';
import type { ReadAloudDraft } from './drafts/read-aloud-draft.ts';

/** Has the station keep what was read, once the learner goes on with it; never rejects ([RAL1]). */
export function useKeep(): (item: string, draft: ReadAloudDraft) => Promise<ReadAloudDraft> {
  const station = useStation();
  return async (item, draft) => {
    const { take } = draft;
    if (take === null || draft.refused) return draft;
    const kept = await station
      .call('recording.keep', { item, audio: toBase64(take.bytes), ms: take.ms })
      .catch(() => null);
    return { ...draft, kept, refused: kept === null };
  };
}

/** Whether the learner was told before that this is not kept. */
export const wasRefused = (draft: Draft): boolean => draft.type === 'readAloud' && draft.refused;
