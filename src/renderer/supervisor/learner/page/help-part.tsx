import type { StuckView } from '../../../../shared/contracts/ipc/views.ts';
import { createSayHook } from '../../../i18n/language.tsx';
import { learnerPageTexts } from '../../../i18n/texts/supervisor/learner-page.ts';
import { StuckHere } from '../stuck.tsx';

const usePageSay = createSayHook(learnerPageTexts);

/** Whether somebody gets on, and where not ([HLP1]). */
export function HelpPart({ stuck }: { readonly stuck: StuckView | null }) {
  const say = usePageSay();
  if (stuck === null) return <p className="learner-about__soft">{say('help.none')}</p>;
  return <StuckHere stuck={stuck} />;
}
