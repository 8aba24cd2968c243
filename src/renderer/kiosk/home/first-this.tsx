import { ArrowRight, ChevronLeft, Play } from 'lucide-react';
import type { LessonCard } from '../../../shared/contracts/ipc/views.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { AudioButton } from '../../ui/audio-button.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useClip } from '../../ui/use-clip.ts';
import { PackPicture, PackText, clipOf } from '../shell/pack-media.tsx';
import { useSay } from '../shell/say.ts';

interface FirstThisProps {
  readonly first: LessonCard;
  readonly then: LessonCard;
  readonly onBegin: () => void;
  readonly onClose: () => void;
}

/** What opens a lesson that is not open yet, in pictures, and the way there ([CRS2]). */
export function FirstThis({ first, then, onBegin, onClose }: FirstThisProps) {
  const say = useSay();
  const language = useLanguage();
  const clip = useClip(clipOf(first.base, first.title, language));
  return (
    <Dialog screen="first-this" title={say('lesson.first-this')} onClose={onClose}>
      <div className="first-this">
        <span className="first-this__first">
          <PackPicture base={first.base} picture={first.picture} />
        </span>
        <ArrowRight aria-hidden="true" />
        <span className="first-this__then">
          <PackPicture base={then.base} picture={then.picture} />
        </span>
      </div>
      <p className="first-this__title">
        <PackText phrase={first.title} />
        {clip !== null && <AudioButton clip={clip} />}
      </p>
      <div className="first-this__buttons">
        <Button icon={ChevronLeft} label={say('back')} onPress={onClose} />
        <Button icon={Play} label={say('lesson.first-go')} tone="next" first onPress={onBegin} />
      </div>
    </Dialog>
  );
}
