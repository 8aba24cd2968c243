import { Footprints, Hand, ShieldUser, UserX, Users } from 'lucide-react';
import type { HelpRequest } from '../../../shared/contracts/ipc/help-views.ts';
import { createSayHook, useLanguage } from '../../i18n/language.tsx';
import { helpTexts } from '../../i18n/texts/supervisor/help.ts';
import { requestState, sayState } from './request-state.ts';

const useHelpSay = createSayHook(helpTexts);
const signs = {
  anybody: Hand,
  officer: ShieldUser,
  tutor: Users,
  mine: Footprints,
  taken: Footprints,
  gone: UserX,
} as const;

/** Whether a request waits or somebody comes, by sign and word. */
export function RequestSign({ request }: { readonly request: Pick<HelpRequest, 'taker' | 'to'> }) {
  const say = useHelpSay();
  const language = useLanguage();
  const state = requestState(request);
  const Sign = signs[state];
  return (
    <span className={`help-sign help-sign--${state}`}>
      <Sign aria-hidden="true" />
      {sayState(request, say, language)}
    </span>
  );
}
