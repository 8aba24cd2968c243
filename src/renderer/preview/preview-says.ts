import { createSayHook } from '../i18n/language.tsx';
import { previewTexts } from '../i18n/texts/preview.ts';

export const usePreviewSay = createSayHook(previewTexts);
