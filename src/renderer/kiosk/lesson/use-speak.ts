import type { ChoiceOption } from '../../../shared/contracts/lesson.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { hearOnce } from '../../ui/use-clip.ts';
import { clipOf } from '../shell/pack-media.tsx';
import { useSound } from '../shell/sound.tsx';

/** Says a card's own recording when it is touched, where there is one and sound is on. */
export function useSpeak(base: string): (option: ChoiceOption) => void {
  const language = useLanguage();
  const sound = useSound();
  return (option) => {
    if (sound.on) hearOnce(clipOf(base, option.label, language));
  };
}
