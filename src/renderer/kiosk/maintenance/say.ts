import { createSayHook } from '../../i18n/language.tsx';
import { maintenanceTexts } from '../../i18n/texts/kiosk/maintenance.ts';

/** Says what a technician's screens say. */
export const useSay = createSayHook(maintenanceTexts);
export type SayHere = ReturnType<typeof useSay>;
