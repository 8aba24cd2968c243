import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import type { PackFile } from '../../shared/contracts/pack-manifest.ts';
import type { Disk } from '../disk/disk.ts';
import { isAudioMime, isPictureMime, packExtensions, svgMime } from '../pack/media-type.ts';
import { isInAny, mimeIn } from '../pack/piece-folders.ts';
import type { PieceFolders } from '../pack/piece-folders.ts';
import type { Sentence } from '../../shared/words/sentence.ts';
import { svgFaults } from '../svg/check-svg.ts';
import { tellSource } from '../words/tell.ts';
import { betterKinds } from './better-kinds.ts';
import type { Problem } from './problem.ts';
import type { FileUse } from './used-files.ts';

/** The files that go into the pack, sorted by path, or what keeps them out. */
export interface Gathered {
  readonly files: readonly PackFile[];
  readonly problems: readonly Problem[];
}

interface Source {
  readonly folder: string;
  /** Every file in it. */
  readonly present: readonly string[];
  readonly folders: PieceFolders;
}

/** Checks and measures every used file of a source folder. */
export async function gatherFiles(
  disk: Disk,
  { folder, present, folders }: Source,
  uses: readonly FileUse[],
): Promise<Gathered> {
  const files = new Map<string, PackFile>();
  const problems: Problem[] = [];
  const judged = new Set<string>();
  for (const use of uses) {
    const key = `${use.kind} ${use.path}`;
    if (judged.has(key)) continue;
    judged.add(key);
    const mime = mimeIn(use.path, folders);
    const problem = useProblem(use, mime, present);
    if (problem !== null) problems.push(problem);
    if (problem !== null || mime === null || files.has(use.path)) continue;
    const digest = await measure(disk, join(folder, use.path));
    files.set(use.path, { path: use.path, ...digest, mime });
    const isDrawing = mime === svgMime && !isInAny(use.path, folders.code);
    problems.push(...(await contentProblems(disk, folder, use, digest.size, isDrawing)));
  }
  return { files: [...files.values()].sort((a, b) => (a.path < b.path ? -1 : 1)), problems };
}

function useProblem(use: FileUse, mime: string | null, present: readonly string[]): Problem | null {
  const { file, at, path, kind } = use;
  if (mime === null) {
    return { file, at, problem: tellSource('file.kind', { path }), fix: kindFix(use) };
  }
  if (!fitsKind(kind, mime)) {
    const kindWord = tellSource(`kind.${kind}`);
    const problem = tellSource('file.other', { path, kind: kindWord });
    return { file, at, problem, fix: tellSource('file.other.fix', { kind: kindWord }) };
  }
  if (present.includes(path)) return null;
  return { file, at, problem: tellSource('file.absent', { path }), fix: findFix(use, present) };
}

function fitsKind(kind: FileUse['kind'], mime: string): boolean {
  if (kind === 'lesson' || kind === 'piece') return true;
  return kind === 'picture' ? isPictureMime(mime) : isAudioMime(mime);
}

/** What an office program or a telephone makes, and what to make of it. */
function kindFix({ path, kind }: FileUse): Sentence {
  const kinds = kindsOf[kind] ?? betterKinds(path);
  return kinds === null
    ? tellSource('file.kind.fix', { kinds: packExtensions.join(', ') })
    : tellSource('file.convert.fix', { kinds });
}

const kindsOf: Partial<Record<FileUse['kind'], string>> = {
  picture: 'PNG, JPEG, WebP',
  recording: 'WAV, Opus, MP3',
};

/** Paths start at the pack's folder; most mistakes are a path from the lesson's own folder. */
function findFix({ file, path }: FileUse, present: readonly string[]): Sentence {
  const beside = join(dirname(file), path);
  const name = path.slice(path.lastIndexOf('/') + 1);
  const near = present.includes(beside)
    ? beside
    : present.find((other) => other.toLowerCase().endsWith(`/${name}`) || other === name);
  if (near === undefined) return tellSource('file.absent.fix');
  return near.toLowerCase() === path
    ? tellSource('file.rename.fix', { near, path })
    : tellSource('file.near.fix', { near });
}

async function measure(disk: Disk, path: string): Promise<{ size: number; sha256: string }> {
  const hash = createHash('sha256');
  let size = 0;
  for await (const chunk of disk.stream(path)) {
    hash.update(chunk);
    size += chunk.byteLength;
  }
  return { size, sha256: hash.digest('hex') };
}

async function contentProblems(
  disk: Disk,
  folder: string,
  { path, kind }: FileUse,
  size: number,
  isDrawing: boolean,
): Promise<Problem[]> {
  // What others made may hold empty files, and does.
  if (size === 0 && kind !== 'piece') {
    const problem = tellSource('file.empty');
    return [{ file: path, at: null, problem, fix: tellSource('file.empty.fix') }];
  }
  if (!isDrawing) return [];
  const bytes = await disk.readFile(join(folder, path));
  return svgFaults(bytes ?? new Uint8Array()).map(({ line, problem, fix }) => ({
    file: path,
    at: null,
    line,
    problem,
    fix,
  }));
}
