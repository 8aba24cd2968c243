import { useEffect, useState } from 'react';
import type { SpokenWord } from '../../../shared/contracts/spoken.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { fromBase64 } from '../../sound/base64.ts';
import { playBytes } from '../../sound/play-bytes.ts';
import { AudioButton } from '../../ui/audio-button.tsx';
import { hush } from '../../ui/use-clip.ts';
import type { ClipPlayer } from '../../ui/use-clip.ts';
import { useStream } from '../station.ts';

/**
 * What staff have this screen say, aloud, in the voice of who recorded it: once by itself, and again when its button
 * is touched ([SPK1]). Nothing where nobody recorded it in the language shown ([LUK4]).
 */
export function Spoken({ word }: { readonly word: SpokenWord }) {
  const language = useLanguage();
  const audio = useStream('spoken-word', { word, language }).value?.audio ?? null;
  return audio === null ? null : <Heard key={`${word} ${language}`} audio={audio} />;
}

function Heard({ audio }: { readonly audio: string }) {
  return <AudioButton clip={useSpeaking(audio)} />;
}

/** Says it when it comes, whether or not prompts are read out: somebody speaks to who sits there. */
function useSpeaking(audio: string): ClipPlayer {
  const [turn, setTurn] = useState<number | null>(0);
  useEffect(() => {
    if (turn === null) return undefined;
    let stop: (() => void) | null = null;
    let left = false;
    const end = () => {
      if (!left) setTurn(null);
    };
    hush();
    const begin = async () => {
      try {
        const heard = await playBytes(fromBase64(audio), end);
        if (left) heard.stop();
        else stop = heard.stop;
      } catch {
        // What can't be played leaves picture and words.
        end();
      }
    };
    void begin();
    return () => {
      left = true;
      stop?.();
    };
  }, [audio, turn]);
  return {
    playing: turn !== null,
    play: () => setTurn((before) => (before ?? 0) + 1),
    stop: () => setTurn(null),
  };
}
