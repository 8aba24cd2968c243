import type { LearnerPage } from '../../../shared/contracts/ipc/views.ts';
import { sayDuration } from '../../i18n/duration.ts';
import { createSayHook, useLanguage } from '../../i18n/language.tsx';
import { learnerTexts } from '../../i18n/texts/supervisor/learner.ts';

const useLearnerSay = createSayHook(learnerTexts);
const minuteMs = 60_000;

/** Days in the lab: what officers confirmed, and apart from that what nobody has yet ([ATT7]). */
export function Attended({ attendance: { confirmed, proposed } }: Pick<LearnerPage, 'attendance'>) {
  const say = useLearnerSay();
  const language = useLanguage();
  if (confirmed.days === 0 && proposed.days === 0) return null;
  const figure = ({ days, minutes }: { readonly days: number; readonly minutes: number }) => ({
    count: days,
    time: sayDuration(minutes * minuteMs, language),
  });
  return (
    <div>
      <h4 className="learner-about__heading">{say('attended')}</h4>
      <p>{say('attended.confirmed', figure(confirmed))}</p>
      {confirmed.about && <p className="learner-about__soft">{say('attended.about')}</p>}
      {proposed.days > 0 && (
        <p className="learner-about__soft">{say('attended.proposed', figure(proposed))}</p>
      )}
    </div>
  );
}
