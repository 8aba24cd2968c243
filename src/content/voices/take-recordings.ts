import { dirname, join } from 'node:path';
import { ReanError } from '../../shared/errors.ts';
import type { Language } from '../../shared/ids.ts';
import type { Randomness } from '../../shared/ports.ts';
import type { Disk } from '../disk/disk.ts';
import { writeDurably } from '../disk/durable-file.ts';
import { clipFault, extensionOf, isRecording } from './judge-clip.ts';
import type { DecodeClip } from './judge-clip.ts';
import { nameRecording } from './name-recording.ts';
import { recordingPath } from './voice-list.ts';
import type { Voice } from './voice-list.ts';

/** What became of one file of a folder of recordings. */
export type Taken =
  | { readonly kind: 'taken'; readonly file: string; readonly as: string }
  /** There is one already, and nobody said to replace it. */
  | { readonly kind: 'there-already'; readonly file: string; readonly as: string }
  | { readonly kind: 'refused'; readonly file: string; readonly why: string }
  /** Nothing in the pack is called so. */
  | { readonly kind: 'unknown'; readonly file: string };

export interface Recordings {
  /** The pack's source folder. */
  readonly source: string;
  /** Holds the recordings, each called as its voice is. */
  readonly from: string;
  readonly language: Language;
  /** Takes a recording where there is one already. */
  readonly replace: boolean;
}

interface Tools {
  readonly disk: Disk;
  readonly randomness: Randomness;
  readonly decode: DecodeClip;
}

/**
 * Takes a folder of recordings into a source folder ([AUT4]): each that is called as a voice, and fits, is
 * laid at `audio/<language>/` and named in its lesson. What is there already stays, unless it is to be
 * replaced. Throws `pack.file-missing` where the folder holds no file, and the disk's errors.
 */
export async function takeRecordings(
  tools: Tools,
  recordings: Recordings,
  voices: readonly Voice[],
): Promise<readonly Taken[]> {
  const taken: Taken[] = [];
  const listed = await tools.disk.list(recordings.from);
  const files = listed.filter(({ name, kind }) => kind === 'file' && !name.startsWith('.'));
  if (files.length === 0) {
    throw new ReanError('pack.file-missing', { path: recordings.from, folder: true });
  }
  for (const { name } of files) taken.push(await takeOne(tools, recordings, voices, name));
  return taken;
}

async function takeOne(
  tools: Tools,
  { source, from, language, replace }: Recordings,
  voices: readonly Voice[],
  file: string,
): Promise<Taken> {
  const stem = file.slice(0, file.lastIndexOf('.'));
  const voice = voices.find(({ name }) => name === stem);
  if (voice === undefined || !isRecording(file)) return { kind: 'unknown', file };
  const as = recordingPath(voice.name, language, extensionOf(file));
  const there = voice.recording ?? ((await isThere(tools.disk, join(source, as))) ? as : null);
  if (there !== null && !replace) return { kind: 'there-already', file, as: there };
  const path = join(from, file);
  const bytes = (await tools.disk.readFile(path)) ?? new Uint8Array();
  const why = await clipFault({ path, bytes }, tools.decode);
  if (why !== null) return { kind: 'refused', file, why };
  await tools.disk.makeFolder(dirname(join(source, as)));
  await writeDurably(tools.disk, tools.randomness, { path: join(source, as), bytes, mode });
  await nameIn(tools, source, voice, { language, as });
  return { kind: 'taken', file, as };
}

const mode = 0o644;

const isThere = async (disk: Disk, path: string) => (await disk.fileSize(path)) !== null;

/** Writes a recording's path into the phrase it belongs to, in whichever file its author wrote. */
async function nameIn(
  { disk, randomness }: Tools,
  source: string,
  voice: Voice,
  { language, as }: { readonly language: Language; readonly as: string },
): Promise<void> {
  for (const file of [voice.file, voice.file.replace(/\.json$/u, '.yaml')]) {
    const path = join(source, file);
    const bytes = await disk.readFile(path);
    if (bytes === null) continue;
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
    const format = file.endsWith('.yaml') ? 'yaml' : 'json';
    const named = nameRecording(text, format, { at: voice.at, language, path: as });
    await writeDurably(disk, randomness, { path, bytes: new TextEncoder().encode(named), mode });
    return;
  }
}
