import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { buildPack } from '../../src/content/build/build-pack.ts';
import { nodeDisk } from '../../src/content/disk/node-disk.ts';
import { signPack } from '../../src/content/pack/sign-pack.ts';
import { openPackStore } from '../../src/content/store/pack-store.ts';
import { bookFiles } from './books.ts';
import { publisher, storeOptions } from './pack-press.ts';
import { bookItem, htmlItem, mediaItem, pieceSource, writePackSource } from './pack-source.ts';
import { pieceCourse, pieceCourseTitle } from './piece-pack.ts';
import { seededRandomness } from './seeded-randomness.ts';
import { zimDraft, zimFile } from './zim-file.ts';

const fixtures = join(import.meta.dirname, '..', 'fixtures');

type Files = Readonly<Record<string, string | Uint8Array>>;

interface BrokenPiece {
  readonly id: string;
  readonly item: Record<string, unknown>;
  readonly files: Files;
  /** What the officer is told. */
  readonly told: RegExp;
}

const scorm = (id: string) =>
  htmlItem({ kind: 'scorm', edition: '1.2', entry: `${id}/imsmanifest.xml` });

const manifest = (href: string) =>
  `<manifest identifier="m" xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2"><metadata><schemaversion>1.2</schemaversion></metadata><organizations default="o"><organization identifier="o"><title>T</title><item identifier="i" identifierref="r"><title>I</title></item></organization></organizations><resources><resource identifier="r" type="webcontent" adlcp:scormtype="sco" href="${href}"/></resources></manifest>`;

const units = (url: string) =>
  `<courseStructure xmlns="https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd"><course id="https://example.org/c"><title><langstring lang="en">C</langstring></title><description><langstring lang="en">C</langstring></description></course><au id="https://example.org/c/a" moveOn="Completed"><title><langstring lang="en">A</langstring></title><description><langstring lang="en">A</langstring></description><url>${url}</url></au></courseStructure>`;

/** A package document whose reading order is empty. */
const emptyBook = bookFiles()['OEBPS/content.opf']?.replaceAll(/<itemref[^>]*>/g, '') ?? '';

/** Something of every kind that can't be played, each with the reason its officer is to be told. */
export async function brokenPieces(): Promise<readonly BrokenPiece[]> {
  const archive = Buffer.from(zimFile(zimDraft()));
  const film = await readFile(join(fixtures, 'film.webm'));
  const other = Buffer.from(film.toString('latin1').replaceAll('V_VP8', 'V_QQ8'), 'latin1');
  const silent = Buffer.from(other.toString('latin1').replaceAll('A_OPUS', 'A_QQQQ'), 'latin1');
  return [
    {
      id: 'scorm-torn',
      item: scorm('scorm-torn'),
      files: { 'scorm-torn/imsmanifest.xml': '<manifest><organizations>' },
      told: /"missing".*imsmanifest\.xml is no XML/,
    },
    {
      id: 'scorm-empty',
      item: scorm('scorm-empty'),
      files: { 'scorm-empty/imsmanifest.xml': '<manifest/>' },
      told: /"missing".*imsmanifest\.xml: \w+/,
    },
    {
      id: 'scorm-lost',
      item: scorm('scorm-lost'),
      files: { 'scorm-lost/imsmanifest.xml': manifest('gone.html') },
      told: /"missing".*scorm-lost\/gone\.html/,
    },
    {
      id: 'cmi-empty',
      item: htmlItem({ kind: 'cmi5', entry: 'cmi-empty/cmi5.xml' }),
      files: { 'cmi-empty/cmi5.xml': '<courseStructure/>' },
      told: /"missing".*cmi5\.xml: it has no unit/,
    },
    {
      id: 'scorm-thrown',
      item: scorm('scorm-thrown'),
      files: {
        'scorm-thrown/imsmanifest.xml': manifest('page.html'),
        'scorm-thrown/page.html': '<!doctype html><script>\nbegin()</script>',
      },
      told: /"broken".*scorm-thrown\/page\.html:2.*begin is not defined/,
    },
    {
      id: 'scorm-bare',
      item: scorm('scorm-bare'),
      files: {
        'scorm-bare/imsmanifest.xml': manifest('page.html'),
        'scorm-bare/page.html': '<!doctype html><script src="course.js"></script>',
      },
      told: /"broken".*scorm-bare\/course\.js is not there/,
    },
    {
      id: 'scorm-blank',
      item: scorm('scorm-blank'),
      files: {
        'scorm-blank/imsmanifest.xml': manifest('page.html').replace(
          'scormtype="sco"',
          'scormtype="asset"',
        ),
        'scorm-blank/page.html': '<!doctype html><script src="course.js"></script><p> </p>',
      },
      told: /"broken".*scorm-blank\/course\.js is not there/,
    },
    {
      id: 'cmi-thrown',
      item: htmlItem({ kind: 'cmi5', entry: 'cmi-thrown/cmi5.xml' }),
      files: {
        'cmi-thrown/cmi5.xml': units('page.html'),
        'cmi-thrown/page.html':
          '<!doctype html><script>addEventListener("load", async () => { throw new Error("no launch"); })</script>',
      },
      told: /"broken".*a promise failed: Error: no launch/,
    },
    {
      id: 'zim-cut',
      item: bookItem({ kind: 'zim', entry: 'zim-cut/archive.zim' }),
      files: { 'zim-cut/archive.zim': archive.subarray(0, Math.floor(archive.length / 2)) },
      told: /"unplayable".*the ZIM archive is damaged: \w+/,
    },
    {
      id: 'epub-torn',
      item: bookItem({ entry: 'epub-torn/OEBPS/content.opf' }),
      files: { 'epub-torn/OEBPS/content.opf': 'no package document' },
      told: /"unplayable".*content\.opf is no XML/,
    },
    {
      id: 'epub-empty',
      item: bookItem({ entry: 'epub-empty/OEBPS/content.opf' }),
      files: { 'epub-empty/OEBPS/content.opf': emptyBook },
      told: /"unplayable".*the book has no pages/,
    },
    {
      id: 'pdf-torn',
      item: bookItem({ kind: 'pdf', entry: 'pdf-torn/book.pdf' }),
      files: { 'pdf-torn/book.pdf': '%PDF-1.7 and no more' },
      told: /"unplayable".*PDF: \w+/,
    },
    {
      id: 'film-unseen',
      item: mediaItem({ entry: 'film-unseen/film.webm', tracks: [] }),
      files: { 'film-unseen/film.webm': other },
      told: /"unplayable".*film-unseen\/film\.webm/,
    },
    {
      id: 'film-unknown',
      item: mediaItem({ entry: 'film-unknown/film.webm', tracks: [] }),
      files: { 'film-unknown/film.webm': silent },
      told: /"unplayable".*film-unknown\/film\.webm/,
    },
  ];
}

/** Some that lack a script and work all the same: one talks with its runtime, one is pages that need not. */
export const chippedPieces = [
  {
    id: 'scorm-chipped',
    item: scorm('scorm-chipped'),
    files: {
      'scorm-chipped/imsmanifest.xml': manifest('page.html'),
      'scorm-chipped/page.html':
        '<!doctype html><script src="counter.js"></script><script>parent.API.LMSInitialize("")</script>',
    },
  },
  {
    id: 'scorm-pages',
    item: scorm('scorm-pages'),
    files: {
      'scorm-pages/imsmanifest.xml': manifest('page.html').replace(
        'scormtype="sco"',
        'scormtype="asset"',
      ),
      'scorm-pages/page.html': '<!doctype html><script src="counter.js"></script><p>ស្រូវ</p>',
    },
  },
] as const;

/** Installs a pack of them in a station's store. */
export async function installBroken(
  scratch: string,
  store: string,
  pieces: readonly Omit<BrokenPiece, 'told'>[],
): Promise<void> {
  const items = pieces.map(({ id, item }, index) => ({
    ...item,
    id,
    folder: id,
    title: { km: id },
    position: index + 2,
  }));
  const picture = { src: 'pictures/course.svg', alt: { km: 'រូប' } };
  const draft = pieceSource(items, {
    'game/Index.html': undefined,
    'game/Play It.js': undefined,
    'game/pictures/live.svg': undefined,
    'film/film.webm': undefined,
    'film/km.vtt': undefined,
  });
  const courses = [{ id: pieceCourse, title: { km: pieceCourseTitle }, picture }];
  const description = { ...draft.description, courses };
  const source = await writePackSource({ ...draft, description }, join(scratch, 'broken'));
  for (const [path, content] of pieces.flatMap(({ files }) => Object.entries(files))) {
    await mkdir(dirname(join(source, path)), { recursive: true });
    await writeFile(join(source, path), content);
  }
  const tools = { disk: nodeDisk(), randomness: seededRandomness(9) };
  const file = join(scratch, 'broken.kpack');
  const built = await buildPack(tools, source, file);
  if (built.kind === 'refused') throw new Error(JSON.stringify(built.problems));
  await signPack(tools, file, publisher);
  const opened = await openPackStore(storeOptions(store));
  await opened.trust({ name: 'test', publicKey: publisher.publicKey });
  await opened.install(file);
}
