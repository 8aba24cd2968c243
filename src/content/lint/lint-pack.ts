import { join } from 'node:path';
import type { PackItem, PackSource } from '../../shared/contracts/pack-manifest.ts';
import type { Localized } from '../../shared/contracts/phrase.ts';
import { authorsDisk } from '../build/authors-disk.ts';
import { checkPackSource, listFiles } from '../build/build-pack.ts';
import { findSpot } from '../build/find-line.ts';
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
import { openRandomFile } from '../zim/random-file.ts';
import type { Finding } from './finding.ts';
import { scanArchives } from './scan-archive.ts';
import { scanFiles } from './scan-files.ts';
import { scanH5pItems } from './scan-h5p.ts';
import { scanSkills } from './scan-skills.ts';
import { scanWords } from './scan-words.ts';

/** Looks through a pack's source folder ([FRN5]). Only the disk's errors are thrown. */
export async function lintSource(plain: Disk, folder: string): Promise<readonly Finding[]> {
  const disk = authorsDisk(plain);
  const checked = await checkPackSource(disk, folder);
  const source = await readPackSource(disk, folder);
  const found =
    checked.kind === 'refused'
      ? await Promise.all(checked.problems.map((one) => ofProblem(plain, folder, one)))
      : checked.warnings.map(ofWarning);
  if (source.kind === 'refused') return found;
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
  return [
    ...found,
    ...ofDescription(described),
    ...(await wordsOfSource(disk, folder, source.value)),
    ...(await scanArchives(items, files.paths, open)),
    ...(await scanFiles(files, ofPieces(items))),
    ...(await scanH5pItems(files, items)),
  ];
}

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

async function ofProblem(disk: Disk, folder: string, found: Problem): Promise<Finding> {
  const { at, problem, fix } = found;
  const text = `${at === null ? '' : `${at}: `}${problem.en} (${fix.en}).`;
  return { rule: 'problem', weight: 'breaks', ...(await findSpot(disk, folder, found)), text };
}

const ofWarning = ({ kind, file, at, language, text }: Warning): Finding => ({
  rule: kind,
  weight: 'todo',
  file,
  line: null,
  text:
    kind === 'file-unused'
      ? 'Nothing names it; it stays out of the pack.'
      : `${at ?? ''}${language === null ? '' : ` (${language})`}: ${text}`,
});

interface Described {
  readonly file: string;
  readonly title: Localized;
  readonly licence: string;
  readonly publisher: string;
  readonly items: readonly PackItem[];
}

/** What the pack says, or does not say, of itself and its pieces. */
function ofDescription({ file, title, licence, publisher, items }: Described): readonly Finding[] {
  const finding = (rule: Finding['rule'], weight: Finding['weight'], text: string): Finding => ({
    rule,
    weight,
    file,
    line: null,
    text,
  });
  const titles = [
    { at: 'title', title },
    ...items.map((item) => ({ at: item.id, title: item.title })),
  ];
  return [
    ...(isUnknown(licence)
      ? [finding('licence-missing', 'look', 'It does not say under which licence it is given.')]
      : []),
    ...(isUnknown(publisher)
      ? [finding('publisher-missing', 'look', 'It does not say who publishes it.')]
      : []),
    ...titles
      .filter((one) => !isKhmer(one.title.km))
      .map((one) => finding('khmer-missing', 'todo', `${one.at}: “${one.title.km}” is not Khmer.`)),
    ...items
      .filter(
        (item) => item.kind === 'media' && !item.tracks.some(({ kind }) => kind === 'captions'),
      )
      .map(({ id }) => finding('captions-missing', 'look', `${id} has no captions.`)),
  ];
}

const isUnknown = (words: string) =>
  ['', unknownWord, 'none', 'todo', '?'].includes(words.trim().toLowerCase());
