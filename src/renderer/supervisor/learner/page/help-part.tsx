import type { LearnerPage } from '../../../../shared/contracts/ipc/views.ts';
import { createSayHook } from '../../../i18n/language.tsx';
import { learnerPageTexts } from '../../../i18n/texts/supervisor/learner-page.ts';
import { PastHelp } from '../past-help.tsx';
import { StuckHere } from '../stuck.tsx';

const usePageSay = createSayHook(learnerPageTexts);

/** Whether somebody gets on, and where not ([HLP1]); and how often they asked for help ([HLQ7]). */
export function HelpPart({ stuck, help }: Pick<LearnerPage, 'stuck' | 'help'>) {
  const say = usePageSay();
  return (
    <>
      {stuck === null ? (
        <p className="learner-about__soft">{say('help.none')}</p>
      ) : (
        <StuckHere stuck={stuck} />
      )}
      <PastHelp help={help} />
    </>
  );
}
