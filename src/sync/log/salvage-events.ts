import { createPublicKey } from 'node:crypto';
import * as z from 'zod';
import { eventDocumentSchema, foreignEventSchema } from '../../shared/contracts/documents/event.ts';
import { parseEventId } from '../../shared/event-id.ts';
import { eventIdSchema } from '../../shared/ids.ts';
import type { StoreId } from '../../shared/ids.ts';
import { verifyEvent } from '../envelope/event.ts';
import type { SigningKeyOf } from '../envelope/origin.ts';
import type { Database, Storage, StoredDocument } from '../store/storage.ts';
import { mintBehind } from './event-store.ts';
import type { EventMakerOptions } from './make-event.ts';

const salvagedDocument = 'salvaged';
const salvagedSchema = z.looseObject({ names: z.array(z.string()) });

export interface SalvageOptions extends Pick<
  EventMakerOptions,
  'station' | 'signing' | 'randomness'
> {
  /** Signing keys this station had before, by `station:number`; null for one not known here. */
  readonly registeredKey?: SigningKeyOf;
}

/** What came of going through one set-aside store. */
export interface Salvaged {
  readonly aside: string;
  /** Events taken along. */
  readonly taken: number;
  /** What was read and is no event this station signed. */
  readonly leftOut: number;
  /** Events before the last ones taken that were not there any more. */
  readonly lacking: number;
  /** Whether all of it could be read: else more may be lacking. */
  readonly whole: boolean;
}

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
  options: SalvageOptions,
): Promise<Salvaged> {
  const isOwn = ownEvents(options);
  const taken = new Map<StoreId, Set<number>>();
  let leftOut = 0;
  const whole = await storage.salvage(aside, async (page) => {
    const own = page.filter(isOwn);
    leftOut += page.length - own.length;
    await database.carry(own);
    for (const { _id } of own) {
      const { store, seq } = parseEventId(eventIdSchema.parse(_id));
      taken.set(store, (taken.get(store) ?? new Set()).add(seq));
    }
  });
  if (taken.size > 0) await mintBehind(database, [...taken.keys()], options.randomness);
  await noteSalvaged(database, [aside]);
  const stores = [...taken.values()];
  const lacking = stores.map((seqs) => highest(seqs) - seqs.size);
  return {
    aside,
    taken: sum(stores.map(({ size }) => size)),
    leftOut,
    lacking: sum(lacking),
    whole,
  };
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

/**
 * A damaged file may hold anything: only what this station signed, with whichever of its keys, and what
 * is newer than this app. By a key of this station's not known here it is taken too: the hub knows them
 * all, and holds back what is none of it.
 */
function ownEvents({ station, signing, registeredKey }: SalvageOptions) {
  const present = `${station}:${signing.number}`;
  const presentKey = createPublicKey(signing.privateKey);
  const keyOf = (signer: string) =>
    signer === present ? presentKey : (registeredKey?.(signer) ?? null);
  return ({ _rev, ...document }: StoredDocument): boolean => {
    const foreign = foreignEventSchema.safeParse(document).data;
    if (foreign === undefined || parseEventId(foreign._id).station !== station) return false;
    const known = eventDocumentSchema.safeParse(document).data;
    if (known === undefined) return foreign.v > 1;
    if (!known.signer.startsWith(`${station}:`)) return false;
    const key = keyOf(known.signer);
    return key === null || verifyEvent(known, key);
  };
}

function highest(seqs: Iterable<number>): number {
  let most = 0;
  for (const seq of seqs) most = Math.max(most, seq);
  return most;
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
