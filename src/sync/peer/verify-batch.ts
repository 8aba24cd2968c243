import * as z from 'zod';
import { peerLimits } from '../../shared/contracts/peer-api.ts';
import type { PeerBatch, StoreKey } from '../../shared/contracts/peer-api.ts';
import { parseEventId } from '../../shared/event-id.ts';
import { eventIdSchema } from '../../shared/ids.ts';
import type { EventId, Segment } from '../../shared/ids.ts';
import { canonicalHash } from '../envelope/canonical.ts';
import { isSignedByOrigin, withoutRevision } from '../envelope/origin.ts';
import type { SigningKeyOf } from '../envelope/origin.ts';
import { nextLamport } from '../log/lamport.ts';
import type { StoredDocument } from '../store/storage.ts';
import type { VerifiedRun } from './peer-copies.ts';
import { storeKeyOf } from './store-key.ts';

/** What was asked of one store. */
export interface AskedStore {
  readonly after: number;
  /** The event held last: the first one of the answer, which both must hold alike. */
  readonly anchor: StoredDocument | null;
}

export interface VerifiedBatch {
  readonly runs: readonly VerifiedRun[];
  /** Stores of which something else came than what their station signed, in order. */
  readonly refused: readonly StoreKey[];
  /** Stores whose station signed two contents under one id ([PER4]). */
  readonly cloned: readonly Twins[];
}

/** Two contents that a station signed under one id: the one held here, and a peer's. */
export interface Twins {
  readonly key: StoreKey;
  readonly segment: Segment;
  readonly contents: readonly [StoredDocument, StoredDocument];
}

type Sent = PeerBatch['events'][number];
type Opinion = 'good' | 'refused' | 'cloned';

/**
 * Sorts what a peer answered: of each store the events that go on where it was asked from, every one
 * signed by the store's own station; with the first that isn't, that store ends ([PER3]). Pure.
 *
 * @param lamport the counter of whoever asked; how far to follow the others' is judged from there ([EVT3])
 */
export function verifyBatch(
  { events }: PeerBatch,
  asked: ReadonlyMap<StoreKey, AskedStore>,
  signingKey: SigningKeyOf,
  lamport: number,
): VerifiedBatch {
  const stores = new Map<StoreKey, StoreAnswer>();
  const refused = new Set<StoreKey>();
  for (const sent of events) {
    const id = eventIdSchema.safeParse(sent.event._id).data;
    const key = id && storeKeyOf(id);
    const question = key && asked.get(key);
    // What nobody asked for is not looked at.
    if (id === undefined || key === undefined || question === undefined) continue;
    const answer = stores.get(key) ?? new StoreAnswer(key, question, sent.segment);
    stores.set(key, answer);
    answer.take(id, sent, signingKey);
  }
  const answers = [...stores.values()];
  for (const { key, end } of answers) if (end === 'refused') refused.add(key);
  return {
    runs: answers.map((answer) => answer.run(lamport)).filter((run) => run.events.length > 0),
    refused: [...refused],
    cloned: answers.flatMap(({ twins }) => twins ?? []),
  };
}

const lamportSchema = z.looseObject({ lamport: z.number().int().min(0).catch(0) });

/** One store's events as they come. */
class StoreAnswer {
  readonly key: StoreKey;
  readonly #segment: Segment;
  readonly #anchor: StoredDocument | null;
  readonly #after: number;
  readonly #good: StoredDocument[] = [];
  #next: number;
  readonly #lamports: number[] = [];
  #characters = 0;
  #end: Opinion = 'good';
  #twins: Twins | null = null;

  constructor(key: StoreKey, { after, anchor }: AskedStore, segment: Segment) {
    this.key = key;
    this.#segment = segment;
    this.#anchor = anchor;
    this.#next = after + 1;
    this.#after = anchor === null ? after : after + 1;
  }

  /** Why no more of this store is taken; `good` when nothing stands against it. */
  get end(): Opinion {
    return this.#end;
  }

  /** Of a store that ended as cloned. */
  get twins(): Twins | null {
    return this.#twins;
  }

  take(id: EventId, { event, segment }: Sent, signingKey: SigningKeyOf): void {
    if (this.#end !== 'good') return;
    const anchor = this.#anchor?._id === id ? this.#anchor : null;
    const characters = JSON.stringify(event).length;
    const inPlace = parseEventId(id).seq === this.#next && segment === this.#segment;
    const genuine = inPlace && isAcceptable(event, characters, signingKey);
    if (!genuine) this.#end = 'refused';
    else if (anchor === null) this.#keep(event, characters);
    else if (contentOf(anchor) !== contentOf(event)) this.#endCloned(anchor, event);
    if (this.#end === 'good') this.#next += 1;
  }

  run(lamport: number): VerifiedRun {
    return {
      key: this.key,
      segment: this.#segment,
      after: this.#after,
      events: this.#good,
      lamport: nextLamport(lamport, this.#lamports),
      characters: this.#characters,
    };
  }

  #endCloned(mine: StoredDocument, theirs: StoredDocument): void {
    this.#end = 'cloned';
    this.#twins = { key: this.key, segment: this.#segment, contents: [mine, theirs] };
  }

  #keep(event: StoredDocument, characters: number): void {
    this.#good.push(event);
    this.#characters += characters;
    this.#lamports.push(lamportSchema.parse(event).lamport);
  }
}

/** Whatever newer software wrote is signed all the same; what it says is not looked at ([EVT6]). */
function isAcceptable(event: StoredDocument, characters: number, key: SigningKeyOf): boolean {
  if (characters > peerLimits.eventCharacters) return false;
  const reserved = Object.keys(event).some(
    (name) => name.startsWith('_') && name !== '_id' && name !== '_rev',
  );
  if (reserved) return false;
  return isSignedByOrigin(event, key);
}

function contentOf(event: StoredDocument): string {
  return canonicalHash(withoutRevision(event));
}
