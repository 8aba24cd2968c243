import { useState } from 'react';
import type { PreviewState } from '../../shared/contracts/preview-api.ts';
import type { Language } from '../../shared/ids.ts';
import { LanguageProvider } from '../i18n/language.tsx';
import { SoundProvider } from '../kiosk/shell/sound.tsx';
import { SeenByStaff } from '../ui/voice.tsx';
import './preview.css';
import { Lessons } from './lessons.tsx';
import { Played } from './played.tsx';
import { askPreview } from './preview-station.ts';
import { Problems } from './problems.tsx';
import { usePreview } from './use-preview.ts';

/** An author's own window: the lessons of a source folder, played as a learner's kiosk plays them ([AUT5]). */
export function PreviewApp() {
  const [language, setLanguage] = useState<Language>('km');
  return (
    <LanguageProvider language={language}>
      <SeenByStaff>
        <Source onLanguage={setLanguage} />
      </SeenByStaff>
    </LanguageProvider>
  );
}

function Source({ onLanguage }: { readonly onLanguage: (language: Language) => void }) {
  const preview = usePreview();
  const [lesson, setLesson] = useState<string | null>(null);
  if (preview === null) return <p className="splash">…</p>;
  const { state, reading } = preview;
  if (state.kind === 'faulty')
    return <Problems problems={state.problems} onLanguage={onLanguage} />;
  if (lesson === null || !holds(state, lesson)) {
    const begin = async (id: string, item: string) => {
      await askPreview(1, 'preview.begin', { lesson: id, item });
      setLesson(id);
    };
    const onBegin = (id: string, item: string) => void begin(id, item);
    return <Lessons pack={state} onBegin={onBegin} onLanguage={onLanguage} />;
  }
  return (
    <SoundProvider>
      <div className="kiosk">
        <Played
          key={`${lesson} ${reading}`}
          pack={state.pack}
          lesson={lesson}
          onLanguage={onLanguage}
          onLeave={() => setLesson(null)}
        />
      </div>
    </SoundProvider>
  );
}

const holds = ({ lessons }: Extract<PreviewState, { kind: 'sound' }>, lesson: string) =>
  lessons.some(({ id }) => id === lesson);
