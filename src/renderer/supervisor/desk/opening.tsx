import { createSayHook } from '../../i18n/language.tsx';
import { deskTexts } from '../../i18n/texts/supervisor/desk.ts';
import './opening.css';

const useDeskSay = createSayHook(deskTexts);

/** Paper, for the blink before a first answer; words only once it has taken a second. */
export function Opening() {
  const say = useDeskSay();
  return <output className="opening">{say('loading')}</output>;
}
