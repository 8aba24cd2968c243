import { createSayHook } from '../../i18n/language.tsx';
import { deskTexts } from '../../i18n/texts/supervisor/desk.ts';

const useDeskSay = createSayHook(deskTexts);

/** Paper, for the blink before a first answer; a word only for who can't see that it is one. */
export function Opening() {
  const say = useDeskSay();
  return <output className="unseen">{say('loading')}</output>;
}
