import type { PreviewState } from '../../shared/contracts/preview-api.ts';
import type { Language } from '../../shared/ids.ts';
import { useLanguage } from '../i18n/language.tsx';
import { PackText } from '../kiosk/shell/pack-media.tsx';
import { LanguageSwitch } from '../ui/language-switch.tsx';
import { NotRecorded } from '../ui/voice.tsx';
import { usePreviewSay } from './preview-says.ts';
import { screenNamed } from '../ui/screen-name.ts';

type Sound = Extract<PreviewState, { kind: 'sound' }>;
type Lesson = Sound['lessons'][number];

interface LessonsProps {
  readonly pack: Sound;
  readonly onBegin: (lesson: string, item: string) => void;
  readonly onLanguage: (language: Language) => void;
}

/** The lessons of a source, item by item; a click begins one of them there. */
export function Lessons({ pack, onBegin, onLanguage }: LessonsProps) {
  const say = usePreviewSay();
  return (
    <main className="preview" {...screenNamed('preview')}>
      <header className="preview__head">
        <h1>
          <PackText phrase={pack.title} /> <small>{pack.version}</small>
        </h1>
        <LanguageSwitch language={useLanguage()} onChoose={onLanguage} />
      </header>
      <p>{say('begin')}</p>
      {pack.lessons.map((lesson) => (
        <LessonItems key={lesson.id} lesson={lesson} onBegin={(item) => onBegin(lesson.id, item)} />
      ))}
    </main>
  );
}

interface LessonItemsProps {
  readonly lesson: Lesson;
  readonly onBegin: (item: string) => void;
}

function LessonItems({ lesson: { title, items }, onBegin }: LessonItemsProps) {
  const say = usePreviewSay();
  const language = useLanguage();
  const lacks = ({ prompt }: Lesson['items'][number]) => prompt.audio?.[language] === undefined;
  const count = items.filter(lacks).length;
  return (
    <section>
      <h2>
        <PackText phrase={title} />
        {count > 0 && <small>{say('unrecorded', { count })}</small>}
      </h2>
      <ul className="preview__items">
        {items.map((item) => (
          <li key={item.id}>
            <button type="button" onClick={() => onBegin(item.id)}>
              <span className="preview__prompt">
                <PackText phrase={item.prompt} />
              </span>
              <code>{item.id}</code>
              <code>{item.type}</code>
              {lacks(item) && <NotRecorded />}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
