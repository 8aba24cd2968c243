import type { Text, Texts } from './text.ts';
import { bookTexts } from './texts/books.ts';
import { commonTexts } from './texts/common.ts';
import { coursePlayerTexts } from './texts/course-player.ts';
import { drawingTexts } from './texts/drawings.ts';
import { durationTexts } from './texts/duration.ts';
import { errorTexts } from './texts/errors.ts';
import { listedHelpPages } from './texts/help-pages/listed-pages.ts';
import { kioskTexts } from './texts/kiosk.ts';
import { maintenanceTexts } from './texts/kiosk/maintenance.ts';
import { playerTexts } from './texts/players.ts';
import { previewTexts } from './texts/preview.ts';
import { supervisorCatalogues } from './texts/supervisor/all.ts';
import { timeTexts } from './texts/time.ts';

/** Every catalogue, by the name its keys get in the list of strings. */
const catalogues: Readonly<Record<string, Texts>> = {
  common: commonTexts,
  drawing: drawingTexts,
  kiosk: kioskTexts,
  'kiosk.maintenance': maintenanceTexts,
  player: playerTexts,
  preview: previewTexts,
  book: bookTexts,
  'player.course': coursePlayerTexts,
  time: timeTexts,
  duration: durationTexts,
  ...supervisorCatalogues,
  'error.full': errorTexts.full,
  'error.store': errorTexts.store,
  'error.restarted': errorTexts.restarted,
  'error.lesson': errorTexts.lesson,
  'error.signed-out': errorTexts.signedOut,
  'error.not-here': errorTexts.notHere,
  'error.unexpected': errorTexts.unexpected,
};

export interface ListedText {
  readonly key: string;
  readonly text: Text;
}

/** Everything the windows can say, for `npm run strings` and its checks. */
export function allTexts(): ListedText[] {
  const said = Object.entries(catalogues).flatMap(([catalogue, texts]) =>
    Object.entries(texts).map(([key, text]) => ({ key: `${catalogue}.${key}`, text })),
  );
  return [...said, ...listedHelpPages()];
}
