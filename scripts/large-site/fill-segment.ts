import { databaseFolder } from '../../src/hub/site/set-up-folder.ts';
import { firstSegment } from '../../src/hub/site/database-names.ts';
import { openLevelStorage } from '../../src/sync/store/level-storage.ts';
import type { CarriedEvent } from './make-events.ts';

/** Puts events into the first segment of a hub that is not running, as if they had been pushed. */
export async function fillSegment(
  hubFolder: string,
  pages: Iterable<readonly CarriedEvent[]>,
  told: (events: number) => void = () => undefined,
): Promise<void> {
  const storage = await openLevelStorage(databaseFolder(hubFolder));
  try {
    const segment = await storage.open(firstSegment);
    let written = 0;
    for (const page of pages) {
      await segment.carry(page);
      written += page.length;
      told(written);
    }
  } finally {
    await storage.close();
  }
}
