import { Square, Volume2 } from 'lucide-react';
import { createSayHook } from '../i18n/language.tsx';
import { commonTexts } from '../i18n/texts/common.ts';
import './audio-button.css';
import type { ClipPlayer } from './use-clip.ts';

const useCommonSay = createSayHook(commonTexts);

/** Plays a recording, or stops it. Shown only where there is one ([LUK4]). */
export function AudioButton({ clip }: { readonly clip: ClipPlayer }) {
  const say = useCommonSay();
  const Icon = clip.playing ? Square : Volume2;
  return (
    <button
      type="button"
      className={`audio-button${clip.playing ? ' audio-button--playing' : ''}`}
      aria-label={say(clip.playing ? 'audio.stop' : 'audio.listen')}
      onClick={clip.playing ? clip.stop : clip.play}
    >
      <Icon aria-hidden="true" />
    </button>
  );
}
