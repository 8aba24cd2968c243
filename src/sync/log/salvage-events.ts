import { createPublicKey } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import * as z from 'zod';
import { eventDocumentSchema, foreignEventSchema } from '../../shared/contracts/documents/event.ts';
import { isReanError } from '../../shared/errors.ts';
import { parseEventId } from '../../shared/event-id.ts';
import { eventIdSchema } from '../../shared/ids.ts';
import type { StationId, StoreId } from '../../shared/ids.ts';
import { verifyEvent } from '../envelope/event.ts';
import type { Database, Storage, StoredDocument } from '../store/storage.ts';
import { mintBehind } from './event-store.ts';
import type { EventMakerOptions } from './make-event.ts';

const salvagedDocument = 'salvaged';
const salvagedSchema = z.looseObject({ names: z.array(z.string()) });

/**
 * Takes the events that can still be read out of one set-aside store of a segment into its new
 * database, so that they reach the hub after all ([STO6]). Their stores are never written to again:
 * a new one is minted behind them. Each is gone through once; where it can't be for lack of room,
 * this rejects and nothing is noted.
 */
export async function salvageEvents(
  storage: Storage,
  database: Database,
  aside: string,
  { station, signing, randomness }: Pick<EventMakerOptions, 'station' | 'signing' | 'randomness'>,
): Promise<void> {
  const stores = await takeOver(storage, database, aside, { station, signing });
  if (stores.length > 0) await mintBehind(database, stores, randomness);
  await noteSalvaged(database, [aside]);
}

/** Set-aside stores that this database knows to have been gone through, of other segments too. */
export async function salvagedIn(database: Database): Promise<readonly string[]> {
  return salvagedSchema.safeParse(await database.getLocal(salvagedDocument)).data?.names ?? [];
}

/** Keeps that these were gone through; durable when it resolves. */
export async function noteSalvaged(database: Database, asides: readonly string[]): Promise<void> {
  const held = await salvagedIn(database);
  const names = [...new Set([...held, ...asides])];
  if (names.length > held.length) await database.putLocal(salvagedDocument, { names });
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
