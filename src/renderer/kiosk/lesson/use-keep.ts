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

/** In parts, as a call takes only so many arguments. */
const part = 0x2000;

function toBase64(bytes: Uint8Array): string {
  let letters = '';
  for (let at = 0; at < bytes.length; at += part) {
    letters += String.fromCodePoint(...bytes.subarray(at, at + part));
  }
  return btoa(letters);
}

/** @throws DOMException for what is no base64 */
export const fromBase64 = (text: string): Uint8Array =>
  Uint8Array.from(atob(text), (letter) => letter.codePointAt(0) ?? 0);
