import type * as z from 'zod';
import type { Database } from '../../sync/store/storage.ts';

/** The database of what this station keeps for itself: never replicated, rebuilt when lost. */
export const localDatabaseName = 'station-local';
export const localNames = {
  folded: 'folded',
  sitting: 'sitting',
  signIn: 'sign-in',
  viewing: 'viewing',
  seat: 'seat',
  untold: 'untold-orders',
  override: 'override',
  printer: 'printer',
} as const;

/** One kind of such a document; null when there is none yet or it can't be read. */
export interface LocalDocument<Value> {
  load(): Promise<Value | null>;
  save(value: Value): Promise<void>;
}

/** `value` must be an object: its members become the document's. */
export function localDocument<Value extends Readonly<Record<string, unknown>>>(
  database: Database,
  name: string,
  schema: z.ZodType<Value>,
): LocalDocument<Value> {
  return {
    async load() {
      const stored = await database.getLocal(name);
      if (stored === null) return null;
      const { _id, _rev, ...body } = stored;
      return schema.safeParse(body).data ?? null;
    },
    save: (value) => database.putLocal(name, value),
  };
}
