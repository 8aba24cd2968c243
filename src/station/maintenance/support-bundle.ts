import { join } from 'node:path';
import { writeArchive } from '../../content/archive/write-archive.ts';
import type { ArchivePart } from '../../content/archive/write-archive.ts';
import type { Disk } from '../../content/disk/disk.ts';
import type { StationStatus } from '../../shared/contracts/ipc/status-views.ts';
import type { MaintenanceReport, WrittenBundle } from '../../shared/contracts/maintenance.ts';
import { ReanError } from '../../shared/errors.ts';
import type { StationId } from '../../shared/ids.ts';
import type { Clock, Randomness } from '../../shared/ports.ts';
import { keptLine } from './kept-lines.ts';

export interface BundleParts {
  /** The station's data folder. */
  readonly folder: string;
  readonly station: StationId;
  readonly disk: Disk;
  readonly clock: Pick<Clock, 'wallMs'>;
  readonly randomness: Randomness;
}

/** Under the data folder, for whoever takes the disk, or a copy of it, with them. */
export const supportFolder = 'support';
/** Bundles kept; the oldest go before another is written. */
const mostKept = 3;
/** Of what is kept of the logs, the newest, bytes. */
const mostLogBytes = 4 * 1024 * 1024;
const bundleName = /^rean-support-st-[a-z0-9]{8}-\d{8}-\d{6}\.zip$/;
const logName = /^station\.jsonl(\.\d)?$/;

/**
 * Writes what helps to find a fault from afar into one ZIP file, at most some 5 MB ([MNT8]): how this PC is, and of its logs
 * what {@link keptLine} lets through. No database is opened for it, and nothing of any learner is in it.
 *
 * @throws ReanError `store.full`, `file.unwritable`
 */
export async function writeBundle(
  parts: BundleParts,
  report: MaintenanceReport,
  status: StationStatus,
): Promise<WrittenBundle> {
  const { disk, folder } = parts;
  const own = join(folder, supportFolder);
  const path = join(own, nameOf(parts));
  try {
    await disk.makeFolder(own);
    await removeOldest(disk, own);
    const contents = [
      textPart('about.txt', about),
      textPart('report.json', json(report)),
      textPart('status.json', json(plainStatus(status))),
      textPart('log.jsonl', await keptLog(disk, join(folder, 'logs'))),
    ];
    await writeArchive(parts, path, contents);
    return { path, bytes: (await disk.fileSize(path)) ?? 0 };
  } catch (error) {
    throw asBundleError(error);
  }
}

const about = `Rean: how one station is, for whoever helps from afar.

report.json  network, hub, disk, sound, packs, versions, lock-down, update
status.json  how far the station's records are brought to the hub; notices by their codes
log.jsonl    lines of its log, oldest first: of each only members that are known to say nothing of a person

There is no name, no answer and no number of any learner in it.
`;

const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;

/** A notice's detail may name a file or an address: its code says enough. */
const plainStatus = ({ phase, hubReachable, waiting, receiptAgeMs, notices }: StationStatus) => ({
  phase,
  hubReachable,
  waiting,
  receiptAgeMs,
  notices: notices.map(({ code }) => code),
});

function textPart(name: string, text: string): ArchivePart {
  const bytes = Buffer.from(text, 'utf8');
  return {
    name,
    size: bytes.length,
    async *open() {
      yield bytes;
    },
  };
}

/** `rean-support-st-aaaaaaaa-20261123-190512.zip`, by this PC's clock. */
function nameOf({ station, clock }: BundleParts): string {
  const moment = new Date(clock.wallMs()).toISOString().slice(0, 19).replaceAll(/[-:]/g, '');
  return `rean-support-${station}-${moment.replace('T', '-')}.zip`;
}

async function removeOldest(disk: Disk, own: string): Promise<void> {
  const entries = await disk.list(own);
  const begun = entries.filter(({ name }) => name.endsWith('.part'));
  const whole = entries.filter(({ name }) => bundleName.test(name));
  const over = whole.toSorted(byMoment).slice(0, Math.max(0, whole.length - mostKept + 1));
  for (const { name } of [...begun, ...over]) await disk.remove(join(own, name));
}

const byMoment = (a: { readonly name: string }, b: { readonly name: string }) =>
  a.name < b.name ? -1 : 1;

/** The newest lines that fit, oldest first; how many were not ours stands in the last. */
async function keptLog(disk: Disk, logs: string): Promise<string> {
  const files = (await disk.list(logs)).filter(({ name }) => logName.test(name));
  const kept: string[] = [];
  let bytes = 0;
  let dropped = 0;
  // `station.jsonl` is being written; `.1` was before it.
  for (const { name } of files.toSorted(byMoment)) {
    const lines = Buffer.from((await disk.readFile(join(logs, name))) ?? []).toString('utf8');
    for (const line of lines.split('\n').reverse()) {
      if (line === '') continue;
      const own = keptLine(line);
      if (own === null) dropped += 1;
      else kept.push(own);
      bytes += own === null ? 0 : own.length + 1;
      if (bytes > mostLogBytes) return ended(kept, dropped);
    }
  }
  return ended(kept, dropped);
}

const ended = (newestFirst: readonly string[], dropped: number) =>
  [...newestFirst.toReversed(), JSON.stringify({ dropped }), ''].join('\n');

const noRoom = new Set(['ENOSPC', 'EDQUOT']);

function asBundleError(error: unknown): ReanError {
  const problem = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
  if (noRoom.has(problem)) return new ReanError('store.full', {}, error);
  return new ReanError('file.unwritable', { problem }, error);
}
