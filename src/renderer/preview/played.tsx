import { List } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { LessonView } from '../../shared/contracts/ipc/views.ts';
import { previewPaths } from '../../shared/contracts/preview-api.ts';
import type { Language, PackId } from '../../shared/ids.ts';
import { LessonDone } from '../kiosk/lesson/lesson-done.tsx';
import { LessonPlayer } from '../kiosk/lesson/lesson-player.tsx';
import { useStation } from '../kiosk/station.ts';
import { Button } from '../ui/button.tsx';
import '../kiosk/lesson/lesson.css';
import '../kiosk/shell/screen.css';
import { usePreviewSay } from './preview-says.ts';

interface PlayedProps {
  readonly pack: PackId;
  readonly lesson: string;
  readonly onLanguage: (language: Language) => void;
  readonly onLeave: () => void;
}

/** A lesson as learners have it, marked as a station marks it. */
export function Played({ pack, lesson, onLanguage, onLeave }: PlayedProps) {
  const say = usePreviewSay();
  const station = useStation();
  const [view, setView] = useState<LessonView | null>(null);
  useEffect(() => {
    let left = false;
    const open = async () => {
      const opened = await station.call('lesson.open', { pack, lesson });
      if (!left) setView(opened);
    };
    // Saved with a mistake just now: the source is read anew, and the mistake shown.
    open().catch(() => undefined);
    return () => {
      left = true;
    };
  }, [station, pack, lesson]);
  if (view === null) return <p className="splash">…</p>;
  return (
    <LessonPlayer
      screen="lesson"
      sitting={{ helpAsked: false, helpComes: false }}
      view={{
        lesson: view.lesson,
        items: view.items,
        unsent: null,
        baseOf: () => `${location.origin}${previewPaths.files}`,
        seed: `${view.key} ${view.run}`,
      }}
      leave={<Button icon={List} label={say('list')} onPress={onLeave} />}
      done={<LessonDone title={view.lesson.title} next={null} onNext={onLeave} onHome={onLeave} />}
      onLanguage={onLanguage}
    />
  );
}
