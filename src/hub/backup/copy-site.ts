import { ReanError } from '../../shared/errors.ts';
import type { Generation, SiteId } from '../../shared/ids.ts';
import type { Clock } from '../../shared/ports.ts';
import type { Sequence } from '../../shared/sequence.ts';
import { canonicalHash } from '../../sync/envelope/canonical.ts';
import type { Database, DatabaseInfo } from '../../sync/store/storage.ts';
import { isAhead } from '../intake/checkpoint.ts';
import type { SegmentReader } from '../intake/segment-reader.ts';
import { journalId } from '../journal/journal-chain.ts';
import type { SiteOffice } from '../office/site-office.ts';
import { readManifest } from './backup-folder.ts';
import { backupRecordSchema } from './backup-shapes.ts';
import type { BackupChain, BackupPoint, Copied, Manifest } from './backup-shapes.ts';
import { BackupWriter } from './backup-writer.ts';
import { RecordDigest } from './record-digest.ts';

const pageSize = 500;
/** Rounds to the end of a database, until one finds nothing new and nothing is being written. */
const patience = 8;

/** The parts of an open hub that a backup reads. */
export interface BackupSource {
  readonly site: { readonly site: SiteId; readonly generation: Generation };
  readonly office: SiteOffice;
  readonly clock: Clock;
  readonly databases: {
    readonly segments: { readonly readers: readonly SegmentReader[] };
    readonly quarantine: Database;
    readonly journal: Database;
  };
}

export interface CopyCall {
  /** The backup's folder, which must be there. */
  readonly to: string;
  readonly signal: AbortSignal;
}

/**
 * Copies what is new at a hub into a backup's folder, beside what is there ([BAK1]). Events first, the
 * journal after them, so that everybody an event is about is in the journal too. The new files count
 * only once somebody has verified them and written the manifest that this resolves to.
 * @throws ReanError `backup.unwritable`, `backup.damaged`, `backup.other-site`, or a `store.*` code
 */
export async function copySite(source: BackupSource, call: CopyCall): Promise<Manifest> {
  const { site, generation } = source.site;
  const manifest = await readManifest(call.to);
  if (manifest !== null && manifest.site !== site) {
    throw new ReanError('backup.other-site', { path: call.to, held: manifest.site, site });
  }
  const former = await continued(source, manifest?.chains.at(-1) ?? null);
  const kept = manifest?.chains.slice(0, former === null ? undefined : -1) ?? [];
  const place = [kept.length + 1, former?.files.length ?? 0] as const;
  const writer = await BackupWriter.open(call.to, manifest, place);
  try {
    const point = await new SiteCopy(source, writer, call.signal).run(former?.point ?? null);
    const files = [...(former?.files ?? []), ...(await writer.finish())];
    return { v: 1, site, chains: [...kept, { generation, files, point }] };
  } finally {
    await writer.giveUp();
  }
}

/** The chain to go on with; null where this hub is not the one it was taken from, or went back. */
async function continued(
  { site, databases }: BackupSource,
  chain: BackupChain | null,
): Promise<BackupChain | null> {
  if (chain === null || chain.generation !== site.generation) return null;
  const { point } = chain;
  for (const reader of databases.segments.readers) {
    if (wentBack(point.segments[reader.segment], await reader.info())) return null;
  }
  if (wentBack(point.quarantine, await databases.quarantine.info())) return null;
  const newest = await databases.journal.get(journalId(point.hubSeq));
  if (newest === null) return point.hubSeq === 0 ? chain : null;
  const { _rev, ...entry } = newest;
  return canonicalHash(entry) === point.head ? chain : null;
}

function wentBack(copied: Copied | undefined, held: DatabaseInfo): boolean {
  return (
    copied !== undefined &&
    isAhead({ since: copied.updateSeq, documents: copied.documents ?? 0 }, held)
  );
}

/** One database as it is copied: pages of what moved after an update sequence. */
interface PageSource {
  info(): Promise<DatabaseInfo>;
  page(since: Sequence): Promise<Page>;
}

interface Page {
  /** Documents that moved; one may have no content left. */
  readonly moved: number;
  readonly records: readonly unknown[];
  readonly lastSeq: Sequence;
}

class SiteCopy {
  readonly #source: BackupSource;
  readonly #writer: BackupWriter;
  readonly #signal: AbortSignal;

  constructor(source: BackupSource, writer: BackupWriter, signal: AbortSignal) {
    this.#source = source;
    this.#writer = writer;
    this.#signal = signal;
  }

  async run(former: BackupPoint | null): Promise<BackupPoint> {
    const { databases, office, clock } = this.#source;
    const segments: Record<string, Copied> = {};
    for (const reader of databases.segments.readers) {
      segments[reader.segment] = await this.#segment(reader, former?.segments[reader.segment]);
    }
    const quarantine = await this.#quarantine(former?.quarantine);
    const { hubSeq, head, directory } = await office.point();
    await this.#journal(former?.hubSeq ?? 0, hubSeq);
    return { wallMs: clock.wallMs(), hubSeq, head, directory, segments, quarantine };
  }

  #segment(reader: SegmentReader, former: Copied | undefined): Promise<Copied> {
    const { segment } = reader;
    return this.#copy(former, {
      info: () => reader.info(),
      page: async (since) => {
        const { moved, lastSeq } = await reader.page(since, pageSize);
        const leaves = await Promise.all(
          moved.map(({ id, only }) => (only ? [only] : reader.leavesOf(id))),
        );
        return {
          lastSeq,
          moved: moved.length,
          records: leaves.flat().map(({ document }) => ({ of: 'events', segment, document })),
        };
      },
    });
  }

  #quarantine(former: Copied | undefined): Promise<Copied> {
    const { quarantine } = this.#source.databases;
    return this.#copy(former, {
      info: () => quarantine.info(),
      page: async (since) => {
        const { changes, lastSeq } = await quarantine.changes({ since, limit: pageSize });
        const documents = await quarantine.fetchForCarrying(changes);
        return {
          lastSeq,
          moved: changes.length,
          records: documents.map((document) => ({ of: 'quarantine', document })),
        };
      },
    });
  }

  async #copy(former: Copied | undefined, from: PageSource): Promise<Copied> {
    const digest = new RecordDigest(former?.digest);
    let updateSeq = former?.updateSeq ?? 0;
    for (let round = 0; round < patience; round += 1) {
      const before = await from.info();
      let page = await from.page(updateSeq);
      const quiet = page.moved === 0;
      for (; page.moved > 0; page = await from.page(updateSeq)) {
        for (const record of page.records) await this.#append(record, digest);
        updateSeq = page.lastSeq;
      }
      const { updateSeq: after, documents } = await from.info();
      if (quiet && before.updateSeq === after) return { updateSeq, documents, digest: digest.hex };
    }
    return { updateSeq, documents: null, digest: digest.hex };
  }

  async #journal(copied: number, hubSeq: number): Promise<void> {
    const { journal } = this.#source.databases;
    for (let from = copied + 1; from <= hubSeq; from += pageSize) {
      const to = journalId(Math.min(hubSeq, from + pageSize - 1));
      for (const { _rev, ...entry } of await journal.range({ from: journalId(from), to })) {
        await this.#append({ of: 'journal', entry }, null);
      }
    }
  }

  async #append(record: unknown, digest: RecordDigest | null): Promise<void> {
    this.#signal.throwIfAborted();
    const parsed = backupRecordSchema.parse(record);
    digest?.add(parsed);
    await this.#writer.append(parsed);
  }
}
