import { asReanError } from '../../shared/errors.ts';
import type { Log } from '../../shared/ports.ts';
import { canonicalHash } from '../../sync/envelope/canonical.ts';
import type { Database, Databases, StoredDocument } from '../../sync/store/storage.ts';

const generationOf = /^(state|directory|journal)-([0-9a-f]{16})$/;

export interface OldGenerationsOptions {
  readonly storage: Databases;
  readonly generation: string;
  /** The present generation's. */
  readonly journal: Database;
  readonly log: Log;
}

/**
 * Takes away the databases of generations gone by; to be called once everything is folded in the
 * present one. A journal goes only where the present one holds its newest entry, and by its chain
 * all before ([RET4]). A failure is told, and tried again at the next start.
 */
export async function dropOldGenerations(options: OldGenerationsOptions): Promise<void> {
  const { storage, generation, log } = options;
  try {
    for (const name of await storage.list()) {
      const [, kind, each] = generationOf.exec(name) ?? [];
      if (each === undefined || each === generation) continue;
      if (kind === 'journal' && !(await isContinued(name, options))) {
        log.warn('generation.journal-kept', { database: name });
        continue;
      }
      await storage.destroy(name);
      log.info('generation.dropped', { database: name });
    }
  } catch (error) {
    const { code, facts } = asReanError(error);
    log.error('generation.not-dropped', { code, ...facts });
  }
}

/** Whether the present journal goes on from this one's newest entry. */
async function isContinued(
  name: string,
  { storage, journal }: OldGenerationsOptions,
): Promise<boolean> {
  const old = await storage.open(name);
  const range = { from: 'hub-', to: 'hub-\uffff', descending: true, limit: 1 };
  const [newest] = await old.range(range);
  if (newest === undefined) return true;
  const held = await journal.get(newest._id);
  return held !== null && contentHash(held) === contentHash(newest);
}

function contentHash({ _rev, ...content }: StoredDocument): string {
  return canonicalHash(content);
}
