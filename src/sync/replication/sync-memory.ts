import * as z from 'zod';
import { vectorSchema } from '../../shared/contracts/documents/state.ts';
import { generationSchema, segmentSchema, storeIdSchema } from '../../shared/ids.ts';
import { openOrSetAside } from '../store/set-aside.ts';
import type { Database, Storage } from '../store/storage.ts';

const databaseName = 'sync-local';
const names = {
  labDay: 'lab-day',
  receipts: 'receipts',
  replicas: 'replicas',
  held: 'held',
  audit: 'audit',
  twins: 'twins',
} as const;

/** Days in a lab count from midnight there; a date is all that is kept over a restart. */
const labDayMemorySchema = z.object({ v: z.literal(1), date: z.string().nullable() });

const receiptsMemorySchema = z.object({
  v: z.literal(1),
  /** Store → the contiguous seq of its last receipt. */
  stores: z.record(storeIdSchema, z.number().int().min(0)),
  /** This PC's wall clock at the last receipt, ms; null if there was none. */
  lastWallMs: z.number().int().nullable(),
  /** Store → up to where the hub of `alikeIn` is known to hold what is here. */
  alike: z.record(storeIdSchema, z.number().int().min(0)).default({}),
  alikeIn: generationSchema.nullable().default(null),
  /** Stores of which the hub holds another's contents → the generation that was sent all of it. */
  parted: z.record(storeIdSchema, generationSchema.nullable()).default({}),
});
export type ReceiptsMemory = z.infer<typeof receiptsMemorySchema>;

const replicasMemorySchema = z.object({ v: z.literal(1), generation: generationSchema });

/** What the hub last said it holds of every station's stores. */
const heldMemorySchema = z.object({ v: z.literal(1), held: vectorSchema });
export type HeldMemory = z.infer<typeof heldMemorySchema>;

/** Heads of journals of generations before, as far as the present journal lacks them ([SYN10]). */
const auditMemorySchema = z.object({
  v: z.literal(1),
  formers: z.array(z.string().regex(/^[0-9a-f]{64}$/)),
});
export type AuditMemory = z.infer<typeof auditMemorySchema>;

/** Contents of events that a station signed twice, for the hub to see ([PER4]). */
const twinsMemorySchema = z.object({
  v: z.literal(1),
  contents: z.array(
    z.object({
      segment: segmentSchema,
      event: z.looseObject({ _id: z.string(), _rev: z.string() }),
    }),
  ),
});
export type TwinsMemory = z.infer<typeof twinsMemorySchema>;

/** A small thing kept over restarts. `load` gives null when there is none, or none readable. */
export interface Kept<Value> {
  load(): Promise<Value | null>;
  save(value: Value): Promise<void>;
}

/**
 * What sync remembers on this PC alone. Losing it loses nothing: receipts are asked for again, and
 * replicas pulled again.
 */
export class SyncMemory {
  readonly labDay: Kept<z.infer<typeof labDayMemorySchema>>;
  readonly receipts: Kept<ReceiptsMemory>;
  readonly replicas: Kept<z.infer<typeof replicasMemorySchema>>;
  readonly held: Kept<HeldMemory>;
  readonly audit: Kept<AuditMemory>;
  readonly twins: Kept<TwinsMemory>;
  /** The name an unopenable memory was kept under; null when it opened as it was. */
  readonly setAside: string | null;

  private constructor(database: Database, setAside: string | null) {
    this.labDay = kept(database, names.labDay, labDayMemorySchema);
    this.receipts = kept(database, names.receipts, receiptsMemorySchema);
    this.replicas = kept(database, names.replicas, replicasMemorySchema);
    this.held = kept(database, names.held, heldMemorySchema);
    this.audit = kept(database, names.audit, auditMemorySchema);
    this.twins = kept(database, names.twins, twinsMemorySchema);
    this.setAside = setAside;
  }

  /** @throws ReanError `store.in-use`, `store.full` */
  static async open(storage: Storage): Promise<SyncMemory> {
    const { database, setAside } = await openOrSetAside(
      storage,
      databaseName,
      Object.values(names),
    );
    return new SyncMemory(database, setAside);
  }
}

function kept<Value extends Readonly<Record<string, unknown>>>(
  database: Database,
  name: string,
  schema: z.ZodType<Value>,
): Kept<Value> {
  return {
    load: async () => schema.safeParse(await database.getLocal(name)).data ?? null,
    save: (value) => database.putLocal(name, value),
  };
}
