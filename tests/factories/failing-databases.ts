import { ReanError } from '../../src/shared/errors.ts';
import type { Database, Databases } from '../../src/sync/store/storage.ts';

/** The next write that fails, once. */
export interface NextFailure {
  /** How the database's name begins; null while nothing fails. */
  database: string | null;
  /** Whether it is written all the same, and only the answer lost. */
  written: boolean;
}

const writes: readonly unknown[] = ['put', 'putMany', 'carry', 'putLocal'];

/** Databases of which one write fails, as over a network, where nobody knows whether it happened. */
export function failingDatabases(inner: Databases, next: NextFailure): Databases {
  return {
    open: async (name) => failing(await inner.open(name), next),
    list: () => inner.list(),
    destroy: (name) => inner.destroy(name),
    close: () => inner.close(),
  };
}

function failing(database: Database, next: NextFailure): Database {
  return new Proxy(database, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name, target);
      if (typeof member !== 'function') return member;
      return async (...given: unknown[]) => {
        const call = (): unknown => Reflect.apply(member, target, given);
        const fails = next.database !== null && target.name.startsWith(next.database);
        if (!fails || !writes.includes(name)) return call();
        next.database = null;
        if (next.written) await call();
        throw new ReanError('store.unreachable', { database: target.name });
      };
    },
  });
}
