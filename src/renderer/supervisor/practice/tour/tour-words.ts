import { createSayHook } from '../../../i18n/language.tsx';
import { deskTexts } from '../../../i18n/texts/supervisor/desk.ts';
import { helpTexts } from '../../../i18n/texts/supervisor/help.ts';
import { roomLookTexts } from '../../../i18n/texts/supervisor/room-look.ts';
import { roomTexts } from '../../../i18n/texts/supervisor/room.ts';
import { seatActsTexts } from '../../../i18n/texts/supervisor/seat-acts.ts';
import { tourTexts } from '../../../i18n/texts/supervisor/tour.ts';
import type { TourWords } from './tour-steps.ts';

const useActsSay = createSayHook(seatActsTexts);
const useHelpSay = createSayHook(helpTexts);
const useLookSay = createSayHook(roomLookTexts);
const useRoomSay = createSayHook(roomTexts);
const useDeskSay = createSayHook(deskTexts);
export const useTourSay = createSayHook(tourTexts);

/** What all the screens of the tour say, in the language of now. */
export function useTourWords(): TourWords {
  return {
    acts: useActsSay(),
    help: useHelpSay(),
    look: useLookSay(),
    room: useRoomSay(),
    desk: useDeskSay(),
    tour: useTourSay(),
  };
}
