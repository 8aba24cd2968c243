import { Volume2 } from 'lucide-react';
import type { VoicesView } from '../../../../shared/contracts/ipc/voices-view.ts';
import type { PackId } from '../../../../shared/ids.ts';
import { createSayHook, inLanguage, languageGiven, useLanguage } from '../../../i18n/language.tsx';
import { packsTexts } from '../../../i18n/texts/supervisor/packs.ts';
import { NotRecorded } from '../../../ui/voice.tsx';
import { useStream } from '../../station.ts';

const usePacksSay = createSayHook(packsTexts);

/** What a pack's lessons ask, lesson by lesson, and what of it nobody has recorded yet ([VOI1]). */
export function PackVoices({ pack }: { readonly pack: PackId }) {
  const say = usePacksSay();
  const { value: view } = useStream('voices', { pack });
  const lessons = view?.lessons ?? [];
  if (lessons.length === 0) return null;
  const all = lessons.flatMap(({ prompts }) => prompts);
  const count = all.filter(({ recorded }) => recorded).length;
  return (
    <div className="stations__part">
      <h3>{say('voices')}</h3>
      <p>{say('voices.counted', { count, all: all.length })}</p>
      {count < all.length && <p className="packs__hint">{say('voices.how')}</p>}
      {lessons.map((lesson) => (
        <LessonVoices key={lesson.lesson} lesson={lesson} />
      ))}
    </div>
  );
}

function LessonVoices({ lesson }: { readonly lesson: VoicesView['lessons'][number] }) {
  const say = usePacksSay();
  const language = useLanguage();
  const { title, prompts } = lesson;
  const lacking = prompts.filter(({ recorded }) => !recorded).length;
  return (
    <details className="packs__voices">
      <summary>
        <span lang={languageGiven(title, language)}>{inLanguage(title, language)}</span>
        <small>
          {lacking === 0 ? say('voices.whole') : say('voices.lack', { count: lacking })}
        </small>
      </summary>
      <ul>
        {prompts.map(({ text, recorded }, place) => (
          // Prompts may say the same; their places tell them apart and stay.
          <li key={place}>
            <span lang={languageGiven(text, language)}>{inLanguage(text, language)}</span>
            {recorded ? <Recorded /> : <NotRecorded />}
          </li>
        ))}
      </ul>
    </details>
  );
}

function Recorded() {
  const say = usePacksSay();
  return (
    <span className="packs__recorded">
      <Volume2 aria-hidden="true" />
      {say('voices.recorded')}
    </span>
  );
}
