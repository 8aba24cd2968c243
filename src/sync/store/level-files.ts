import { readdir } from 'node:fs/promises';
import * as z from 'zod';

/** Where LevelDB keeps what was written: tables, and the log of the newest writes. */
const records = /\.(ldb|sst|log)$/;
const missing = z.object({ code: z.literal('ENOENT') });

/**
 * Whether a folder holds records of a level. Such a one is never begun anew, however much of it is
 * lost: LevelDB would take the records away as left-overs ([STO3]).
 */
export async function holdsRecords(folder: string): Promise<boolean> {
  try {
    return (await readdir(folder)).some((name) => records.test(name));
  } catch (error) {
    if (missing.safeParse(error).success) return false;
    throw error;
  }
}
