import { createSayHook } from '../../i18n/language.tsx';
import { reportsTexts } from '../../i18n/texts/supervisor/reports.ts';

export const useReportsSay = createSayHook(reportsTexts);
