import { createPublicKey } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import * as z from 'zod';
import { eventDocumentSchema, foreignEventSchema } from '../../shared/contracts/documents/event.ts';
import { isReanError } from '../../shared/errors.ts';
import { parseEventId } from '../../shared/event-id.ts';
import { eventIdSchema } from '../../shared/ids.ts';
import type { Segment, StationId, StoreId } from '../../shared/ids.ts';
import { verifyEvent } from '../envelope/event.ts';
import type { Database, Storage, StoredDocument } from '../store/storage.ts';
import { mintStore, noteStores } from './event-store.ts';
import type { EventMakerOptions } from './make-event.ts';

const salvagedDocument = 'salvaged';
const salvagedSchema = z.looseObject({ names: z.array(z.string()) });

/**
 * Takes the events that can still be read out of set-aside stores of a segment into its new
 * database, so that they reach the hub after all ([STO6]). Their stores are never written to again:
 * a new one is minted behind them. Each set-aside store is gone through once; where
 * that fails for lack of room, at the next start again.
 */
export async function salvageEvents(
  storage: Storage,
  database: Database,
  segment: Segment,
  { station, signing, randomness }: Pick<EventMakerOptions, 'station' | 'signing' | 'randomness'>,
): Promise<void> {
  const held = salvagedSchema.safeParse(await database.getLocal(salvagedDocument)).data;
  const done = held?.names ?? [];
  for (const aside of await storage.asides(segment)) {
    if (done.includes(aside)) continue;
    const stores = await takeOver(storage, database, aside, { station, signing });
    if (stores.length > 0) {
      await noteStores(database, stores);
      await mintStore(database, segment, station, randomness);
    }
    done.push(aside);
    await database.putLocal(salvagedDocument, { names: done });
  }
}

/** The stores that events were taken over of. What can't be read after some point is given up. */
async function takeOver(
  storage: Storage,
  database: Database,
  aside: string,
  { station, signing }: Pick<EventMakerOptions, 'station' | 'signing'>,
): Promise<readonly StoreId[]> {
  const stores = new Set<StoreId>();
  const publicKey = createPublicKey(signing.privateKey);
  try {
    await storage.salvage(aside, async (page) => {
      const own = page.filter((document) => isOwn(document, station, publicKey));
      await database.carry(own);
      for (const { _id } of own) stores.add(parseEventId(eventIdSchema.parse(_id)).store);
    });
  } catch (error) {
    if (!isReanError(error, 'store.unopenable')) throw error;
  }
  return [...stores];
}

/** A damaged file may hold anything: only what this station signed, and what is newer than this app. */
function isOwn({ _rev, ...document }: StoredDocument, station: StationId, key: KeyObject): boolean {
  const foreign = foreignEventSchema.safeParse(document).data;
  if (foreign === undefined || parseEventId(foreign._id).station !== station) return false;
  const known = eventDocumentSchema.safeParse(document).data;
  return known === undefined ? foreign.v > 1 : verifyEvent(known, key);
}
