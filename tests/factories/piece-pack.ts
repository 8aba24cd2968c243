import { copyFile, cp, mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { misbehavingPages } from '../../scripts/bench/content/misbehaving.ts';
import { buildPack } from '../../src/content/build/build-pack.ts';
import { nodeDisk } from '../../src/content/disk/node-disk.ts';
import { signPack } from '../../src/content/pack/sign-pack.ts';
import { openPackStore } from '../../src/content/store/pack-store.ts';
import { courseIdSchema } from '../../src/shared/ids.ts';
import type { LeakListener } from './leak-listener.ts';
import { publisher, storeOptions, testPack, testVersion } from './pack-press.ts';
import { htmlItem, mediaItem, pieceSource, writePackSource } from './pack-source.ts';
import { seededRandomness } from './seeded-randomness.ts';

const fixtures = join(import.meta.dirname, '..', 'fixtures');
const hostileFolder = join(fixtures, 'hostile-piece');
const wayOut = /@([a-z-]+)@/g;

export const pieceCourse = courseIdSchema.parse('org.rean.test.letters');
export const pieceCourseTitle = 'ភាពយន្តសាកល្បង';

const tornPage = 'torn/page.html';

/** Every way out that the hostile piece tries, by name. */
export async function waysOut(): Promise<readonly string[]> {
  const texts = await Promise.all(
    (await readdir(hostileFolder)).map((name) => readFile(join(hostileFolder, name), 'utf8')),
  );
  const names = texts.flatMap((text) => [...text.matchAll(wayOut)].map(([, name = '']) => name));
  return [...new Set(names)].sort();
}

/** The hostile piece's files, which lead to where it is listened. */
export async function writeHostile(into: string, listener: LeakListener): Promise<void> {
  await mkdir(into, { recursive: true });
  for (const name of await readdir(hostileFolder)) {
    const text = await readFile(join(hostileFolder, name), 'utf8');
    const led = text.replaceAll(wayOut, (_, way: string) => listener.addressOf(way));
    await writeFile(join(into, name), led);
  }
}

const vtt = (...cues: readonly string[]) => `WEBVTT\n\n${cues.join('\n\n')}\n`;
const folderOf = (id: string, over: Record<string, unknown> = {}) =>
  htmlItem({ id, folder: id, title: { km: id, en: id }, ...over });

/**
 * A film of six seconds with words and two chapters, an exercise that reports, pieces that can't be
 * played, a hostile one, and some that misbehave.
 */
async function pieceFolder(into: string, listener: LeakListener): Promise<string> {
  const items = [
    mediaItem({
      tracks: [
        { kind: 'captions', language: 'km', src: 'film/km.vtt' },
        { kind: 'chapters', language: 'km', src: 'film/parts.vtt' },
      ],
    }),
    htmlItem({ entry: 'game/start page.html' }),
    mediaItem({
      id: 'broken',
      folder: 'broken',
      entry: 'broken/broken.webm',
      title: { km: 'broken' },
      tracks: [],
    }),
    folderOf('faulty', { entry: 'faulty/page.html' }),
    folderOf('torn', { entry: tornPage }),
    folderOf('index', { folder: 'hostile', entry: 'hostile/index.html' }),
    ...Object.keys(misbehavingPages).map((id) => folderOf(id, { entry: `${id}/index.html` })),
  ].map((item, index) => ({ ...item, position: index + 2 }));
  const files = {
    'game/Index.html': undefined,
    'game/Play It.js': undefined,
    'film/km.vtt': vtt('00:00.000 --> 00:06.000\nស្ត្រីខ្មែរ ក្រុងភ្នំពេញ'),
    'film/parts.vtt': vtt('00:00.000 --> 00:03.000\nផ្នែកទីមួយ', '00:03.000 --> 00:06.000\nផ្នែកទីពីរ'),
    'broken/broken.webm': 'no film',
    'faulty/page.html': '<!doctype html>\n<h1>Game</h1>\n<script>begin();</script>\n',
    [tornPage]: '<!doctype html><p>this page will not be there</p>',
    ...Object.fromEntries(
      Object.entries(misbehavingPages).map(([id, page]) => [`${id}/index.html`, page]),
    ),
  };
  const draft = pieceSource(items, files);
  const picture = { src: 'pictures/course.svg', alt: { km: 'រូប' } };
  const courses = [{ id: pieceCourse, title: { km: pieceCourseTitle }, picture }];
  const description = { ...draft.description, courses };
  const folder = await writePackSource({ ...draft, description }, into);
  await copyFile(join(fixtures, 'film.webm'), join(folder, 'film', 'film.webm'));
  await cp(join(fixtures, 'game-piece'), join(folder, 'game'), { recursive: true });
  await writeHostile(join(folder, 'hostile'), listener);
  return folder;
}

/** Builds and signs such a pack in `scratch`; returns the file. */
export async function pressPieces(scratch: string, listener: LeakListener): Promise<string> {
  const tools = { disk: nodeDisk(), randomness: seededRandomness(3) };
  const file = join(scratch, 'pieces.kpack');
  const built = await buildPack(tools, await pieceFolder(join(scratch, 'pieces'), listener), file);
  if (built.kind === 'refused') throw new Error(JSON.stringify(built.problems));
  await signPack(tools, file, publisher);
  return file;
}

/**
 * Installs it in a station's store, which is told to trust its publisher.
 * @returns where the file lies whose loss the piece `torn` is about
 */
export async function installPieces(store: string, file: string): Promise<string> {
  const opened = await openPackStore(storeOptions(store));
  await opened.trust({ name: 'test', publicKey: publisher.publicKey });
  await opened.install(file);
  const reader = await opened.open(testPack, testVersion('1.0.0'));
  return (await reader.file(tornPage)).blobPath;
}
