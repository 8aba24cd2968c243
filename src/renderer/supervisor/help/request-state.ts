import type { HelpRequest } from '../../../shared/contracts/ipc/help-views.ts';
import { inLanguage } from '../../i18n/language.tsx';
import type { Say } from '../../i18n/text.ts';
import type { helpTexts } from '../../i18n/texts/supervisor/help.ts';
import type { Language } from '../../../shared/ids.ts';

/** Whether a request waits, and for whom, or somebody comes. */
export function requestState({ taker, to }: Pick<HelpRequest, 'taker' | 'to'>) {
  if (taker === null) return to.for;
  if (taker.mine) return 'mine';
  return taker.gone ? 'gone' : 'taken';
}
export type RequestState = ReturnType<typeof requestState>;

/** The same in words. */
export function sayState(
  request: Pick<HelpRequest, 'taker' | 'to'>,
  say: Say<typeof helpTexts>,
  language: Language,
): string {
  const { taker, to } = request;
  const state = requestState(request);
  const whose = taker?.name ?? (to.for === 'tutor' ? to.tutor.name : null);
  const name = whose === null ? '' : inLanguage(whose, language);
  switch (state) {
    case 'tutor':
    case 'taken':
    case 'gone':
      return say(`state.${state}`, { name });
    default:
      return say(`state.${state}`);
  }
}
