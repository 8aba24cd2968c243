import type { ReanError } from '../../../shared/errors.ts';
import type { Language } from '../../../shared/ids.ts';
import { fillIn } from '../../../shared/words/fill-in.ts';
import { sayWait } from '../../i18n/age.ts';
import type { Text } from '../../i18n/text.ts';
import { troubleTextsOf } from '../../i18n/texts/supervisor/troubles.ts';

/** What happened, what it means for the work and what to do, with how long to wait and what is lacking where that is known. */
export function troubleWords(error: ReanError, language: Language) {
  const { what, work, next } = troubleTextsOf(error);
  const { waitMs, missing } = error.facts;
  const facts = {
    ...(typeof waitMs === 'number' ? { time: sayWait(waitMs, language) } : {}),
    ...(typeof missing === 'string' ? { missing } : {}),
  };
  const words = (text: Text) => fillIn(text[language], language, facts);
  return { what: words(what), work: words(work), next: words(next) };
}
