import { join } from 'node:path';
import * as z from 'zod';
import type { Disk } from '../../content/disk/disk.ts';
import { writeDurably } from '../../content/disk/durable-file.ts';
import { maySameMachine } from '../../domain/same-machine.ts';
import { stationIdSchema } from '../../shared/ids.ts';
import type { StationId } from '../../shared/ids.ts';
import type { Randomness } from '../../shared/ports.ts';

/** The PC a station was set up on, beside its `station.json` ([FBT4]). */
export const ownPcName = 'this-pc.json';

const mostKept = 24;
const ownPcSchema = z.strictObject({
  v: z.literal(1),
  station: stationIdSchema,
  /** Board, network cards and disk, as salted hashes. */
  traits: z.array(z.string().regex(/^[bmd][0-9a-f]{16}$/)).max(mostKept),
});

interface OwnFolder {
  /** The station's data folder. */
  readonly folder: string;
  readonly disk: Disk;
  readonly randomness: Randomness;
}

interface ThisPc {
  readonly station: StationId;
  readonly traits: readonly string[];
}

/**
 * Whether a station's folder stands on another PC than it was set up on: no hardware of this one is known of that one.
 * A PC that can say nothing of itself is taken for the same, and so is one that shares a board, a card or the disk. What
 * is new of the same one is learned; a folder from before this was kept is taken for this PC's own.
 * @throws ReanError `store.full`
 */
export async function standsElsewhere(own: OwnFolder, pc: ThisPc): Promise<boolean> {
  const held = await readOwnPc(own, pc.station);
  if (held !== null && !maySameMachine(held, pc.traits)) return true;
  const known = [...new Set([...(held ?? []), ...pc.traits])].slice(-mostKept);
  if (held === null || known.length !== held.length) {
    await keepOwnPc(own, { ...pc, traits: known });
  }
  return false;
}

/** From now on the station is this PC's. @throws ReanError `store.full` */
export async function keepOwnPc(
  { folder, disk, randomness }: OwnFolder,
  { station, traits }: ThisPc,
): Promise<void> {
  const text = `${JSON.stringify({ v: 1, station, traits }, null, 2)}\n`;
  const bytes = new TextEncoder().encode(text);
  await writeDurably(disk, randomness, { path: join(folder, ownPcName), bytes, mode: 0o600 });
}

/** Null where none is kept, or one of another station; what can't be read is no reason to refuse learners. */
async function readOwnPc(
  { folder, disk }: OwnFolder,
  station: StationId,
): Promise<readonly string[] | null> {
  const bytes = await disk.readFile(join(folder, ownPcName));
  if (bytes === null) return null;
  try {
    const read = ownPcSchema.safeParse(JSON.parse(new TextDecoder().decode(bytes)));
    return read.success && read.data.station === station ? read.data.traits : null;
  } catch {
    return null;
  }
}
