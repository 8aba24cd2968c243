import type { HelpRequest } from '../../../shared/contracts/ipc/help-views.ts';
import { sayAge } from '../../i18n/age.ts';
import { createSayHook, useLanguage } from '../../i18n/language.tsx';
import { helpTexts } from '../../i18n/texts/supervisor/help.ts';
import { useGrowingAge } from '../../ui/growing-age.ts';

const useHelpSay = createSayHook(helpTexts);

/** How long ago somebody asked, which goes on growing; or that it is not known ([HLQ6], [SUP10]). */
export function RequestAge({ request }: { readonly request: HelpRequest }) {
  const say = useHelpSay();
  const language = useLanguage();
  const age = useGrowingAge(request.ageMs, request);
  return (
    <span>
      {age === null ? say('age.unknown') : say('age.asked', { age: sayAge(age, language) })}
    </span>
  );
}
