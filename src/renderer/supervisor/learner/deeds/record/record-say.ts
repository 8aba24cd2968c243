import { createSayHook } from '../../../../i18n/language.tsx';
import { recordDeedsTexts } from '../../../../i18n/texts/supervisor/record-deeds.ts';

export const useRecordSay = createSayHook(recordDeedsTexts);
