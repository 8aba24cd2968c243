import type { LearnerRow } from '../../../shared/contracts/ipc/views.ts';
import { formatNumber } from '../../../shared/khmer/numbers.ts';
import { sayDuration } from '../../i18n/duration.ts';
import { createSayHook, useLanguage } from '../../i18n/language.tsx';
import { learnerTexts } from '../../i18n/texts/supervisor/learner.ts';
import './figures.css';

const useLearnerSay = createSayHook(learnerTexts);

/** What a learner has done so far, in four figures. */
export function Figures({ row }: { readonly row: LearnerRow }) {
  const say = useLearnerSay();
  const language = useLanguage();
  return (
    <dl className="figures">
      <Figure name={say('figure.done')} value={formatNumber(row.lessonsDone, language)} />
      <Figure name={say('figure.attempts')} value={formatNumber(row.attempts, language)} />
      <Figure name={say('figure.right')} value={formatNumber(row.right, language)} />
      <Figure name={say('figure.time')} value={sayDuration(row.activeMs, language)} />
    </dl>
  );
}

function Figure({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <div className="figures__figure">
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
