import { LifeBuoy } from 'lucide-react';
import type { StuckView } from '../../../shared/contracts/ipc/views.ts';
import { createSayHook, inLanguage, languageGiven, useLanguage } from '../../i18n/language.tsx';
import { learnerTexts } from '../../i18n/texts/supervisor/learner.ts';
import './stuck.css';

const useLearnerSay = createSayHook(learnerTexts);

/** That a learner doesn't get on, though they asked for nothing: at which item, and after how many wrong answers ([HLP1]). */
export function StuckHere({ stuck }: { readonly stuck: StuckView }) {
  const say = useLearnerSay();
  const language = useLanguage();
  const { lesson, item, wrong } = stuck;
  const title = inLanguage(lesson, language);
  return (
    <div className="stuck-here">
      <LifeBuoy aria-hidden="true" />
      <div>
        <strong>{say('stuck.sign')}</strong>
        <p>{say('stuck.wrong', { wrong })}</p>
        <p>
          {item === null
            ? title
            : say('stuck.where', { lesson: title, place: item.place, total: item.total })}
        </p>
        {item !== null && (
          <p className="stuck-here__asked" lang={languageGiven(item.prompt, language)}>
            {inLanguage(item.prompt, language)}
          </p>
        )}
      </div>
    </div>
  );
}
