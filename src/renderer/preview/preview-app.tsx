import { useEffect, useState } from 'react';
import type { LessonView } from '../../shared/contracts/ipc/views.ts';
import { previewPaths } from '../../shared/contracts/preview-api.ts';
import type { PreviewState } from '../../shared/contracts/preview-api.ts';
import type { Language } from '../../shared/ids.ts';
import { inLanguage, LanguageProvider } from '../i18n/language.tsx';
import { LessonPlayer } from '../kiosk/lesson/lesson-player.tsx';
import { SoundProvider } from '../kiosk/shell/sound.tsx';
import { useStation } from '../kiosk/station.ts';
import '../kiosk/lesson/lesson.css';
import '../kiosk/shell/screen.css';
import './preview.css';
import { askPreview } from './preview-station.ts';
import { usePreview } from './use-preview.ts';

type Sound = Extract<PreviewState, { kind: 'sound' }>;

/** An author's own window: the lessons of a source folder, played as a learner's kiosk plays them. */
export function PreviewApp() {
  const preview = usePreview();
  const [language, setLanguage] = useState<Language>('km');
  const [lesson, setLesson] = useState<string | null>(null);
  if (preview === null) return <p className="preview">…</p>;
  const { state, reading } = preview;
  if (state.kind === 'faulty') return <Problems problems={state.problems} />;
  if (lesson === null || !state.lessons.some(({ id }) => id === lesson)) {
    return <Lessons pack={state} language={language} onLesson={setLesson} />;
  }
  return (
    <LanguageProvider language={language}>
      <SoundProvider>
        <div className="kiosk">
          <Played
            key={`${lesson} ${reading}`}
            pack={state}
            lesson={lesson}
            onLanguage={setLanguage}
            onLeave={() => setLesson(null)}
          />
        </div>
      </SoundProvider>
    </LanguageProvider>
  );
}

function Problems({ problems }: Pick<Extract<PreviewState, { kind: 'faulty' }>, 'problems'>) {
  return (
    <main className="preview" lang="en">
      <h1>To be mended</h1>
      <ul>
        {problems.map(({ file, line, at, problem, fix }) => (
          <li key={`${file} ${at ?? ''} ${problem}`}>
            <code>{line === null ? file : `${file}:${line}`}</code> {at} {problem}
            <br />→ {fix}
          </li>
        ))}
      </ul>
    </main>
  );
}

interface LessonsProps {
  readonly pack: Sound;
  readonly language: Language;
  readonly onLesson: (id: string) => void;
}

function Lessons({ pack, language, onLesson }: LessonsProps) {
  const begin = async (lesson: string, item: string) => {
    await askPreview(1, 'preview.begin', { lesson, item });
    onLesson(lesson);
  };
  return (
    <main className="preview">
      <h1>
        {inLanguage(pack.title, language)} <small>{pack.version}</small>
      </h1>
      {pack.lessons.map(({ id, title, items }) => (
        <section key={id}>
          <h2>{inLanguage(title, language)}</h2>
          {items.map((item) => (
            <button type="button" key={item} onClick={() => void begin(id, item)}>
              {item}
            </button>
          ))}
        </section>
      ))}
    </main>
  );
}

interface PlayedProps {
  readonly pack: Sound;
  readonly lesson: string;
  readonly onLanguage: (language: Language) => void;
  readonly onLeave: () => void;
}

function Played({ pack, lesson, onLanguage, onLeave }: PlayedProps) {
  const station = useStation();
  const [view, setView] = useState<LessonView | null>(null);
  useEffect(() => {
    let left = false;
    void station.call('lesson.open', { pack: pack.pack, lesson }).then((opened) => {
      return left ? undefined : setView(opened);
    });
    return () => {
      left = true;
    };
  }, [station, pack, lesson]);
  if (view === null) return <p className="splash">…</p>;
  return (
    <LessonPlayer
      sitting={{ helpAsked: false }}
      view={{
        lesson: view.lesson,
        items: view.items,
        baseOf: () => `${location.origin}${previewPaths.files}`,
        seed: `${view.key} ${view.run}`,
      }}
      leave={
        <button type="button" className="preview__leave" onClick={onLeave}>
          ←
        </button>
      }
      done={
        <button type="button" className="preview__leave" onClick={onLeave}>
          ✓
        </button>
      }
      onLanguage={onLanguage}
    />
  );
}
