import { join } from 'node:path';
import type { PackItem, PackSource } from '../../shared/contracts/pack-manifest.ts';
import type { Localized } from '../../shared/contracts/phrase.ts';
import type { Sentence } from '../../shared/words/sentence.ts';
import { betterKinds } from '../build/better-kinds.ts';
import { authorsDisk } from '../build/authors-disk.ts';
import { checkPackSource, listFiles } from '../build/build-pack.ts';
import { spotFinder } from '../build/find-line.ts';
import type { Problem, Warning } from '../build/problem.ts';
import { lessonPath, readLesson, readPackSource, sourceName } from '../build/read-source.ts';
import { phraseWarnings } from '../build/warnings.ts';
import type { Disk } from '../disk/disk.ts';
import { isKhmer } from '../import/name-things.ts';
import { unknownWord } from '../import/source-draft.ts';
import { parseLesson } from '../pack/check-content.ts';
import { manifestName } from '../pack/manifest.ts';
import { withUnsignedPack } from '../pack/pack-archive.ts';
import type { PackBlob } from '../pack/pack-archive.ts';
import { liesIn, piecesOf } from '../pack/piece-folders.ts';
import { tellLint } from '../words/tell.ts';
import { openRandomFile } from '../zim/random-file.ts';
import type { Finding } from './finding.ts';
import { scanArchives } from './scan-archive.ts';
import { scanFiles } from './scan-files.ts';
import { scanH5pItems } from './scan-h5p.ts';
import { scanSizes } from './scan-sizes.ts';
import { scanSkills } from './scan-skills.ts';
import { scanWords } from './scan-words.ts';

type SpotOf = ReturnType<typeof spotFinder>;

/** Looks through a pack's source folder ([FRN5]). Only the disk's errors are thrown. */
export async function lintSource(plain: Disk, folder: string): Promise<readonly Finding[]> {
  const disk = authorsDisk(plain);
  const spotOf = spotFinder(plain, folder);
  const checked = await checkPackSource(disk, folder);
  const source = await readPackSource(disk, folder);
  const found =
    checked.kind === 'refused'
      ? await Promise.all(checked.problems.map((one) => ofProblem(one, spotOf)))
      : checked.warnings.map(ofWarning);
  if (source.kind === 'refused') return placed(found, spotOf);
  const files = {
    paths: await listFiles(disk, folder, ''),
    bytes: async (path: string, limit: number) =>
      ((await disk.fileSize(join(folder, path))) ?? 0) > limit
        ? null
        : disk.readFile(join(folder, path)),
  };
  const described = { ...source.value, file: sourceName };
  const { items } = source.value;
  const open = (path: string) => openRandomFile(join(folder, path));
  const all = [
    ...found,
    ...ofDescription(described),
    ...(await wordsOfSource(disk, folder, source.value)),
    ...(await scanSizes(ownPaths(files.paths, items), (path) => disk.fileSize(join(folder, path)))),
    ...(await scanArchives(items, files.paths, open)),
    ...(await scanFiles(files, ofPieces(items))),
    ...(await scanH5pItems(files, items)),
  ];
  return placed(all, spotOf);
}

/** What lies in no folder of a piece, whose files are as others made them. */
const ownPaths = (paths: readonly string[], items: readonly PackItem[]) =>
  paths.filter((path) => !piecesOf({ items }).some(({ folder }) => liesIn(path, folder)));

async function wordsOfSource(
  disk: Disk,
  folder: string,
  source: PackSource,
): Promise<readonly Finding[]> {
  const found = [...scanWords(sourceName, source)];
  for (const { id } of source.lessons) {
    const lesson = await readLesson(disk, folder, id);
    if (lesson.kind !== 'read') continue;
    found.push(...scanWords(lessonPath(id), lesson.value));
    found.push(...scanSkills(lessonPath(id), lesson.value, source));
  }
  return found;
}

/** Looks through a `.kpack`, signed or not ([FRN5]). Throws the pack codes where it is none. */
export async function lintPackFile(path: string): Promise<readonly Finding[]> {
  return withUnsignedPack(path, async ({ manifest }, { blobs }) => {
    const byHash = new Map(blobs.map((blob) => [blob.sha256, blob]));
    const hashes = new Map(manifest.files.map((file) => [file.path, file.sha256]));
    const files = {
      paths: manifest.files.map((file) => file.path),
      bytes: (file: string, limit: number) => bytesOf(byHash.get(hashes.get(file) ?? ''), limit),
    };
    const words = phraseWarnings(manifestName, manifest).map(ofWarning);
    words.push(...scanWords(manifestName, manifest));
    for (const item of manifest.items) {
      const bytes = item.kind === 'lesson' ? await files.bytes(item.entry, largestLesson) : null;
      if (bytes === null) continue;
      const lesson = parseLesson(bytes, item.entry, manifest);
      words.push(...phraseWarnings(item.entry, lesson).map(ofWarning));
      words.push(...scanWords(item.entry, lesson));
      words.push(...scanSkills(item.entry, lesson, manifest));
    }
    const described = { ...manifest, file: manifestName };
    const scanned = await scanFiles(files, ofPieces(manifest.items));
    const ofH5p = await scanH5pItems(files, manifest.items);
    return [...words, ...ofDescription(described), ...scanned, ...ofH5p];
  });
}

const largestLesson = 8 * 1024 * 1024;

async function bytesOf(blob: PackBlob | undefined, limit: number): Promise<Uint8Array | null> {
  if (blob === undefined || blob.size > limit) return null;
  const chunks: Uint8Array[] = [];
  for await (const chunk of blob.stream()) chunks.push(chunk);
  return new Uint8Array(Buffer.concat(chunks));
}

/** Files that somebody made and can mend; libraries that others play with are none. */
const ofPieces = (items: readonly PackItem[]) => (path: string) =>
  piecesOf({ items }).some(({ kind, folder }) =>
    kind === 'h5p'
      ? liesIn(path, `${folder}/content`)
      : kind !== 'h5p-player' && liesIn(path, folder),
  );

/** By the file and line its author wrote ([AUT2]). */
const placed = (found: readonly Finding[], spotOf: SpotOf): Promise<readonly Finding[]> =>
  Promise.all(
    found.map(async (one) => {
      const { file, at, line } = one;
      return line !== null || at === null ? one : { ...one, ...(await spotOf({ file, at })) };
    }),
  );

async function ofProblem(found: Problem, spotOf: SpotOf): Promise<Finding> {
  const { at, problem, fix } = found;
  const text = tellLint('problem', { problem, fix });
  return { rule: 'problem', weight: 'breaks', at, ...(await spotOf(found)), text };
}

function ofWarning({ kind, file, at, language, text }: Warning): Finding {
  const finding = { rule: kind, weight: 'todo' as const, file, at, line: null };
  switch (kind) {
    case 'recording-missing':
      return { ...finding, text: tellLint('unrecorded', { language: language ?? '', text }) };
    case 'english-missing':
      return { ...finding, text: tellLint('no-english', { text }) };
    case 'file-unused': {
      // What an office program or a telephone makes was meant for a lesson.
      const kinds = betterKinds(file);
      return kinds === null
        ? { ...finding, text: tellLint('unused') }
        : { ...finding, weight: 'look', text: tellLint('unused.convert', { kinds }) };
    }
  }
}

interface Described {
  readonly file: string;
  readonly title: Localized;
  readonly licence: string;
  readonly publisher: string;
  readonly items: readonly PackItem[];
}

/** What the pack says, or does not say, of itself and its pieces. */
function ofDescription({ file, title, licence, publisher, items }: Described): readonly Finding[] {
  const finding = (
    rule: Finding['rule'],
    weight: Finding['weight'],
    at: string | null,
    text: Sentence,
  ): Finding => ({ rule, weight, file, at, line: null, text });
  const titles = [
    { what: 'title', at: 'title.km', title },
    ...items.map((item, index) => ({
      what: item.id,
      at: `items[${index}].title.km`,
      title: item.title,
    })),
  ];
  return [
    ...(isUnknown(licence)
      ? [finding('licence-missing', 'look', 'licence', tellLint('licence'))]
      : []),
    ...(isUnknown(publisher)
      ? [finding('publisher-missing', 'look', 'publisher', tellLint('publisher'))]
      : []),
    ...titles
      .filter((one) => !isKhmer(one.title.km))
      .map(({ at, what, title: { km: text } }) =>
        finding('khmer-missing', 'todo', at, tellLint('no-khmer', { what, text })),
      ),
    ...items.flatMap((item, index) =>
      item.kind !== 'media' || item.tracks.some(({ kind }) => kind === 'captions')
        ? []
        : [
            finding(
              'captions-missing',
              'look',
              `items[${index}].tracks`,
              tellLint('no-captions', { what: item.id }),
            ),
          ],
    ),
  ];
}

const isUnknown = (words: string) =>
  ['', unknownWord, 'none', 'todo', '?'].includes(words.trim().toLowerCase());
