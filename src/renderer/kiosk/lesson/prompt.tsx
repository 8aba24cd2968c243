import { useEffect } from 'react';
import type { Phrase } from '../../../shared/contracts/phrase.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { useClip } from '../../ui/use-clip.ts';
import { Voice } from '../../ui/voice.tsx';
import { PackText, clipOf } from '../shell/pack-media.tsx';
import { useSound } from '../shell/sound.tsx';

interface PromptProps {
  readonly phrase: Phrase;
  readonly base: string;
}

/** What is asked, with its recording first; it is played once by itself while sound is on. */
export function Prompt({ phrase, base }: PromptProps) {
  const language = useLanguage();
  const sound = useSound();
  const clip = useClip(clipOf(base, phrase, language));
  const play = clip?.play;
  const stop = clip?.stop;
  useEffect(() => {
    if (sound.on) play?.();
    else stop?.();
  }, [play, stop, sound.on]);
  return (
    <div className="lesson__prompt">
      <Voice clip={clip} />
      <h1>
        <PackText phrase={phrase} />
      </h1>
    </div>
  );
}
