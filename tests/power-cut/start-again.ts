import { isReanError } from '../../src/shared/errors.ts';
import { EventLog } from '../../src/sync/log/event-log.ts';
import { openLevelStorage } from '../../src/sync/store/level-storage.ts';
import { seededRandomness } from '../factories/seeded-randomness.ts';
import { helpAsked, stationIdentity, testLearner } from '../factories/station-identity.ts';

/** What a station finds when it starts again, and whether it can go on. */
async function open(folder: string) {
  const storage = await openLevelStorage(folder);
  try {
    const log = await EventLog.open({ ...stationIdentity(seededRandomness(9)), storage });
    const stores = log.stores().length;
    const setAside = log.setAside.length;
    await log.append(helpAsked, testLearner);
    const events = (await log.store(log.current().store)?.read(0, 100_000)) ?? [];
    const seqs = events.map(({ _id }) => Number(_id.split(':')[2]));
    const gapless = seqs.every((seq, index) => seq === index + 1);
    return { stores, setAside, gapless, held: seqs.length - 1 };
  } finally {
    await storage.close();
  }
}

/** What a power cut left; the code of what was thrown where nothing could be opened. */
export type Found = Awaited<ReturnType<typeof open>> | string;

export const startAgain = (folder: string): Promise<Found> =>
  open(folder).catch((error: unknown) => {
    if (isReanError(error)) return error.code;
    throw error;
  });

/** Whether a station that had answered so many has all of them, in the one store it began with. */
export const isWhole = (found: Found, answered: number): boolean =>
  typeof found !== 'string' &&
  found.gapless &&
  found.stores === 1 &&
  found.setAside === 0 &&
  found.held >= answered;
