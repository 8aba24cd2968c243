import { ShieldAlert } from 'lucide-react';
import type { LearnerRow } from '../../../shared/contracts/ipc/views.ts';
import { manyWrongTries } from '../../../domain/sign-in-tries.ts';
import { createSayHook } from '../../i18n/language.tsx';
import { learnerTexts } from '../../i18n/texts/supervisor/learner.ts';
import './many-tries.css';

const useLearnerSay = createSayHook(learnerTexts);

/** Somebody tries and tries to sign in as this learner: what happened, what it means, what to do ([SGN8]). */
export function ManyTries({ row }: { readonly row: LearnerRow }) {
  const say = useLearnerSay();
  if (row.wrongTries < manyWrongTries) return null;
  return (
    <div className="many-tries">
      <ShieldAlert aria-hidden="true" />
      <div>
        <strong>{say('tries.many', { tries: row.wrongTries })}</strong>
        <p>{say('tries.means')}</p>
        <p>{say('tries.do')}</p>
      </div>
    </div>
  );
}

/** The same in a line of the list: a sign, and its words for those who can't see it. */
export function ManyTriesSign({ row }: { readonly row: LearnerRow }) {
  const say = useLearnerSay();
  if (row.wrongTries < manyWrongTries) return null;
  return (
    <>
      <ShieldAlert aria-hidden="true" />
      <span className="unseen">{say('tries.sign')}</span>
    </>
  );
}
