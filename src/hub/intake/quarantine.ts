import * as z from 'zod';
import { segmentSchema, stationIdSchema } from '../../shared/ids.ts';
import type { Segment, StationId } from '../../shared/ids.ts';
import type { Clock } from '../../shared/ports.ts';
import type { Database } from '../../sync/store/storage.ts';
import { quarantineReasons } from './judge-event.ts';
import type { QuarantineReason } from './judge-event.ts';

/** One content the hub won't accept, kept whole for a person to look at. */
export const quarantinedSchema = z.strictObject({
  /** SHA-256 of the content, hex: the same content is held once. */
  _id: z.string().regex(/^[0-9a-f]{64}$/),
  v: z.literal(1),
  reason: z.enum(quarantineReasons),
  /** The id it came under, of whatever shape. */
  id: z.string(),
  rev: z.string(),
  /** Where it lies too; null for what was stopped at the door. */
  segment: segmentSchema.nullable(),
  /** Who brought it, where that is known. */
  carrier: stationIdSchema.nullable(),
  wallMs: z.number().int(),
  /** The document as JSON text. */
  document: z.string(),
});
export type Quarantined = z.infer<typeof quarantinedSchema>;

export interface ToHold {
  readonly hash: string;
  readonly reason: QuarantineReason;
  readonly id: string;
  readonly rev: string;
  readonly segment: Segment | null;
  readonly carrier: StationId | null;
  readonly document: unknown;
}

/** The quarantine database ([HUB8]). */
export class Quarantine {
  readonly #database: Database;
  readonly #clock: Clock;

  constructor(database: Database, clock: Clock) {
    this.#database = database;
    this.#clock = clock;
  }

  /** Holds contents; durable when it resolves. One that is held already stays as it was. */
  async hold(items: readonly ToHold[]): Promise<void> {
    if (items.length === 0) return;
    const unique = new Map(items.map((item) => [item.hash, item]));
    const documents = [...unique.values()].map(({ hash, document, ...rest }) =>
      quarantinedSchema.parse({
        ...rest,
        _id: hash,
        v: 1,
        wallMs: this.#clock.wallMs(),
        document: JSON.stringify(document),
      }),
    );
    await this.#database.putMany(documents);
  }

  async count(): Promise<number> {
    return (await this.#database.info()).documents;
  }
}
