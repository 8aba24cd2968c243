import * as z from 'zod';
import { contentHashSchema, quarantineReasonSchema } from '../../shared/contracts/quarantine.ts';
import type { QuarantineReason } from '../../shared/contracts/quarantine.ts';
import { ReanError } from '../../shared/errors.ts';
import { segmentSchema, stationIdSchema } from '../../shared/ids.ts';
import type { Segment, StationId } from '../../shared/ids.ts';
import type { Clock } from '../../shared/ports.ts';
import type { Database, StoredDocument } from '../../sync/store/storage.ts';

/** One content the hub won't accept, kept for a person to look at. */
export const quarantinedSchema = z.strictObject({
  /** SHA-256 of the content, hex: the same content is held once. */
  _id: contentHashSchema,
  v: z.literal(1),
  reason: quarantineReasonSchema,
  /** The id it came under, of whatever shape. */
  id: z.string(),
  rev: z.string(),
  /** Where it lies too; null for what was stopped at the door. */
  segment: segmentSchema.nullable(),
  /** Who brought it, where that is known. */
  carrier: stationIdSchema.nullable(),
  /** The hub's wall clock when it came, ms; null where the hub did not see it come. */
  cameMs: z.number().int().nullable().default(null),
  /** Whether it counted until another content of its number came ([HUB9]). */
  counted: z.boolean().default(false),
  /** The hub's wall clock when it was held back, ms. */
  wallMs: z.number().int(),
  /** The document as JSON text; of one above `mostKept` characters as many from its beginning. */
  document: z.string(),
  /** Characters of the whole text. */
  length: z.number().int().min(0),
});
export type Quarantined = z.infer<typeof quarantinedSchema>;

export interface ToHold {
  readonly hash: string;
  readonly reason: QuarantineReason;
  readonly id: string;
  readonly rev: string;
  readonly segment: Segment | null;
  readonly carrier: StationId | null;
  /** Now, unless told. */
  readonly cameMs?: number | null;
  readonly counted?: boolean;
  readonly document: unknown;
}

/** No event of any version comes near it; a hub must not fall over what a stranger sends. */
const mostKept = 1024 * 1024;
const longestId = 512;
const lastHash = 'g';
const nobodysHash = '0'.repeat(64);

/** The quarantine database ([HUB8]). */
export class Quarantine {
  readonly #database: Database;
  readonly #clock: Clock;
  /** Hashes asked for by `countOf`, and known to be held: what is held once is held for ever. */
  readonly #known = new Set<string>();

  constructor(database: Database, clock: Clock) {
    this.#database = database;
    this.#clock = clock;
  }

  /** Holds contents; durable when it resolves. One that is held already stays as it was. */
  async hold(items: readonly ToHold[]): Promise<void> {
    if (items.length === 0) return;
    const unique = new Map(items.map((item) => [item.hash, item]));
    const documents = [...unique.values()].map((item) => this.#toKeep(item));
    await this.#database.putMany(documents);
  }

  /** Contents ever held, whatever was decided over them. */
  async count(): Promise<number> {
    return (await this.#database.info()).documents;
  }

  /** How many of these contents are held. */
  async countOf(hashes: Iterable<string>): Promise<number> {
    let count = 0;
    for (const hash of hashes) {
      if (!this.#known.has(hash) && (await this.#database.get(hash)) !== null)
        this.#known.add(hash);
      if (this.#known.has(hash)) count += 1;
    }
    return count;
  }

  /** The hash that begins so; 64 zeros where none does, or more than one. */
  async wholeHash(beginning: string): Promise<string> {
    const range = { from: beginning, to: `${beginning}${lastHash}`, limit: 2 };
    const [found, another] = await this.#database.range(range);
    return found && !another ? found._id : nobodysHash;
  }

  /** One content; null when it isn't held. */
  async get(hash: string): Promise<Quarantined | null> {
    const stored = await this.#database.get(hash);
    return stored === null ? null : parse(stored);
  }

  /** Contents in order of their hash, after `after`. */
  async page(after: string | null, limit: number): Promise<readonly Quarantined[]> {
    const from = after === null ? '' : `${after}\u0000`;
    return (await this.#database.range({ from, to: lastHash, limit })).map(parse);
  }

  #toKeep({ hash, document, id, ...rest }: ToHold): Quarantined {
    const text = JSON.stringify(document) ?? '';
    const wallMs = this.#clock.wallMs();
    return quarantinedSchema.parse({
      cameMs: wallMs,
      ...rest,
      id: id.slice(0, longestId),
      _id: hash,
      v: 1,
      wallMs,
      document: text.slice(0, mostKept),
      length: text.length,
    });
  }
}

function parse({ _rev, ...stored }: StoredDocument): Quarantined {
  const held = quarantinedSchema.safeParse(stored);
  if (held.success) return held.data;
  throw new ReanError('shape.invalid', { what: 'quarantine', id: stored._id }, held.error);
}

/** The document of a content held whole; null of one of which only the beginning is kept. */
export function documentOf({ document, length }: Quarantined): unknown {
  return document.length < length ? null : JSON.parse(document);
}
