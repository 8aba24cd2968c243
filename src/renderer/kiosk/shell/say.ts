import { createSayHook } from '../../i18n/language.tsx';
import { commonTexts } from '../../i18n/texts/common.ts';
import { kioskTexts } from '../../i18n/texts/kiosk.ts';

/** Says what the learner's window says. */
export const useSay = createSayHook({ ...commonTexts, ...kioskTexts });
