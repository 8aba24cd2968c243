import * as z from 'zod';

/**
 * What the hub asks of PouchDB beyond the storage port: every leaf of a document, where a clone has
 * made two of one id. Answers are unknown until parsed.
 */
export interface LeafPouch {
  get(id: string, options: { readonly open_revs: 'all' }): Promise<unknown>;
  changes(options: {
    readonly since: number;
    readonly limit: number;
    readonly style: 'all_docs';
    readonly include_docs: boolean;
  }): PromiseLike<unknown>;
  bulkGet(options: {
    readonly docs: readonly { readonly id: string; readonly rev: string }[];
  }): Promise<unknown>;
}

const methods = ['get', 'changes', 'bulkGet'] as const;
const leafPouchSchema = z.custom<LeafPouch>(
  (value) =>
    typeof value === 'object' &&
    value !== null &&
    methods.every((method) => typeof Reflect.get(value, method) === 'function'),
);

/** A database's PouchDB, seen with the calls above. */
export function leafPouch(pouch: unknown): LeafPouch {
  return leafPouchSchema.parse(pouch);
}
