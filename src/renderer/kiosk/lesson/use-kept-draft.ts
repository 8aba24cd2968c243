import { useEffect, useRef } from 'react';
import { useStation } from '../station.ts';
import { unsentOf } from './play.ts';
import type { Play } from './play.ts';

/**
 * Tells the station of the answer that is being made, as it changes ([SIT7]): one word at a time, always of now, so that
 * a quick hand waits for none.
 */
export function useKeptDraft(play: Play): void {
  const station = useStation();
  const item = play.step?.item.id ?? null;
  const unsent = item === null ? null : JSON.stringify(unsentOf(play));
  const telling = useRef({ busy: false, said: '' });
  const latest = useRef({ item, unsent });
  useEffect(() => {
    latest.current = { item, unsent };
    const told = telling.current;
    const tell = async () => {
      if (told.busy) return;
      told.busy = true;
      for (;;) {
        const now = latest.current;
        const word = `${now.item} ${now.unsent}`;
        if (now.item === null || now.unsent === null || told.said === word) break;
        told.said = word;
        // Where the sitting is over there is nobody to keep it for.
        await station
          .call('draft.keep', { item: now.item, draft: JSON.parse(now.unsent) })
          .catch(() => undefined);
      }
      told.busy = false;
    };
    void tell();
  }, [station, item, unsent]);
}
