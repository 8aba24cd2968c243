import { eventIdSchema, generationSchema } from '../../shared/ids.ts';
import { ReanError } from '../../shared/errors.ts';
import { seqOf, storeKeyOf } from '../../shared/event-id.ts';
import { canonicalHash } from '../../sync/envelope/canonical.ts';
import type { Storage } from '../../sync/store/storage.ts';
import { directoryDigest } from '../directory/directory.ts';
import { SegmentReader } from '../intake/segment-reader.ts';
import { readRecords } from './backup-folder.ts';
import type { BackupChain, Copied } from './backup-shapes.ts';
import { RecordDigest } from './record-digest.ts';
import { rebuildSite, requireWhole } from './rebuild-site.ts';
import type { Rebuilt, RebuildOptions } from './rebuild-site.ts';

const batchSize = 500;

/** Whose databases a trial restore makes: nobody's. */
const trialGeneration = generationSchema.parse('0'.repeat(16));

export interface VerifyOptions extends Pick<RebuildOptions, 'folder' | 'chain' | 'keys' | 'say'> {
  /** An empty storage for the trial restore, the caller's to close and take away. */
  readonly trial: Storage;
}

export interface Verified extends Rebuilt {
  /** `station:store` → the seq up to which the backup holds every event. */
  readonly vector: Readonly<Record<string, number>>;
}

/**
 * Restores a backup into a storage of its own and compares what came out with what was read at the hub:
 * how many documents, a digest over all contents, the journal's chain, the directory ([BAK2]).
 * @throws ReanError `backup.unverified`, `backup.damaged`, or a `store.*` code
 */
export async function verifyBackup(options: VerifyOptions): Promise<Verified> {
  const { folder, chain, trial } = options;
  await requireWhole(folder, chain.files);
  const generation = trialGeneration;
  const rebuilt = await rebuildSite({ ...options, storage: trial, generation });
  const check = new RestoreCheck(options);
  await check.counts();
  check.require('directory', directoryDigest(rebuilt.directory), chain.point.directory);
  return { ...rebuilt, vector: await check.contents() };
}

class RestoreCheck {
  readonly #options: VerifyOptions;
  readonly #vector = new StoreVector();

  constructor(options: VerifyOptions) {
    this.#options = options;
  }

  require(what: string, found: unknown, wanted: unknown): void {
    if (found === wanted) return;
    throw new ReanError('backup.unverified', { path: this.#options.folder, what, at: '' });
  }

  async counts(): Promise<void> {
    for (const [name, { documents }] of databasesOf(this.#options.chain)) {
      const info = await (await this.#options.trial.open(name)).info();
      if (documents !== null) this.require(name, info.documents, documents);
    }
  }

  /** Looks up every record copied in what was restored. */
  async contents(): Promise<Readonly<Record<string, number>>> {
    const { folder, chain } = this.#options;
    const digests = new Map<string, RecordDigest>();
    for (const file of chain.files) {
      let batch: Found[] = [];
      for await (const record of readRecords(folder, file)) {
        if (record.of === 'journal') continue;
        const name = record.of === 'events' ? record.segment : record.of;
        const digest = digests.get(name) ?? new RecordDigest();
        digest.add(record);
        digests.set(name, digest);
        if (record.of === 'quarantine') continue;
        this.#vector.add(record.document._id);
        batch.push({ name: record.segment, document: record.document });
        if (batch.length >= batchSize) batch = await this.#lookUp(batch);
      }
      await this.#lookUp(batch);
    }
    for (const [name, { digest }] of databasesOf(chain)) {
      this.require(name, (digests.get(name) ?? new RecordDigest()).hex, digest);
    }
    return this.#vector.contiguous();
  }

  async #lookUp(batch: readonly Found[]): Promise<[]> {
    for (const name of new Set(batch.map(({ name }) => name))) {
      const wanted = batch.filter((each) => each.name === name).map(({ document }) => document);
      const reader = new SegmentReader(name, await this.#options.trial.open(name));
      const found = await reader.fetch(wanted.map(({ _id: id, _rev: rev }) => ({ id, rev })));
      const held = new Set(found.map(canonicalHash));
      this.require(
        name,
        wanted.every((document) => held.has(canonicalHash(document))),
        true,
      );
    }
    return [];
  }
}

interface Found {
  readonly name: SegmentReader['segment'];
  readonly document: { readonly _id: string; readonly _rev: string };
}

function databasesOf({ point }: BackupChain): readonly (readonly [string, Copied])[] {
  return [...Object.entries(point.segments), ['quarantine', point.quarantine]];
}

/** How far each store goes without a gap. */
class StoreVector {
  readonly #reached = new Map<string, number>();
  readonly #beyond = new Map<string, Set<number>>();

  add(id: string): void {
    const event = eventIdSchema.safeParse(id).data;
    if (event === undefined) return;
    const store = storeKeyOf(event);
    const seq = seqOf(event);
    const beyond = this.#beyond.get(store) ?? new Set();
    beyond.add(seq);
    let reached = this.#reached.get(store) ?? 0;
    while (beyond.delete(reached + 1)) reached += 1;
    this.#reached.set(store, reached);
    this.#beyond.set(store, beyond);
  }

  contiguous(): Readonly<Record<string, number>> {
    return Object.fromEntries(this.#reached);
  }
}
