import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inEnglish } from '../../../tests/factories/in-english.ts';
import {
  bookItem,
  htmlItem,
  mediaItem,
  packSource,
  pieceSource,
  writePackSource,
} from '../../../tests/factories/pack-source.ts';
import type { PackSourceDraft } from '../../../tests/factories/pack-source.ts';
import { seededRandomness } from '../../../tests/factories/seeded-randomness.ts';
import { temporaryFolder } from '../../../tests/factories/temporary-folder.ts';
import { nodeDisk } from '../disk/node-disk.ts';
import { packRunsCode } from '../pack/piece-folders.ts';
import { buildPack } from './build-pack.ts';

const tools = { disk: nodeDisk(), randomness: seededRandomness(1) };

async function build(draft: PackSourceDraft) {
  const file = join(await temporaryFolder(), 'out.kpack');
  return { file, result: await buildPack(tools, await writePackSource(draft), file) };
}

async function manifestOf(draft: PackSourceDraft) {
  const { result } = await build(draft);
  if (result.kind === 'refused') throw new Error(JSON.stringify(result.problems));
  return result.manifest;
}

async function problemsOf(draft: PackSourceDraft) {
  const { result, file } = await build(draft);
  if (result.kind === 'built') throw new Error('was built');
  await expect(readFile(file)).rejects.toThrow('ENOENT');
  return inEnglish(result.problems);
}

describe('pieces of a source folder', () => {
  it('go into the pack with everything in their folders, typed by name and place [PKG8] [PKG13]', async () => {
    const manifest = await manifestOf(pieceSource());
    expect(manifest.items).toEqual([
      expect.objectContaining({ kind: 'lesson', id: 'first' }),
      htmlItem(),
      mediaItem(),
    ]);
    expect(manifest.files.map(({ path, mime }) => `${path} ${mime}`)).toEqual([
      'audio/look.ogg audio/ogg',
      'film/film.webm video/webm',
      'film/km.vtt text/vtt',
      'game/Index.html text/html',
      'game/Play It.js text/javascript',
      'game/pictures/live.svg image/svg+xml',
      'lessons/first/lesson.json application/json',
      'pictures/course.svg image/svg+xml',
      'pictures/ka.svg image/svg+xml',
    ]);
    expect(packRunsCode(manifest)).toBe(true);
  });

  it('can be all a pack holds; without pages it is inert [PKG8]', async () => {
    const draft = pieceSource([mediaItem()], {
      'game/Index.html': undefined,
      'game/Play It.js': undefined,
      'game/pictures/live.svg': undefined,
      'lessons/first/lesson.json': undefined,
      'audio/look.ogg': undefined,
    });
    const description = { ...draft.description };
    delete description['lessons'];
    const manifest = await manifestOf({ ...draft, description });
    expect(manifest.items.map(({ kind }) => kind)).toEqual(['media']);
    expect(packRunsCode(manifest)).toBe(false);
  });

  it.each([
    ['nothing to open', pieceSource([htmlItem({ entry: 'game/start.html' })])],
    ['something else to open', pieceSource([htmlItem({ entry: 'game/Play It.js' })])],
  ])('are refused with %s, and told where [PKG7]', async (_, draft) => {
    expect(await problemsOf(draft)).toMatchObject([
      {
        file: 'pack.source.json',
        at: 'items[0].entry',
        fix: expect.stringContaining('name a page'),
      },
    ]);
  });

  it('are refused with an entry, words or pictures outside of where they belong [PKG8]', async () => {
    const outside = [
      htmlItem({ entry: 'film/index.html' }),
      mediaItem({ tracks: [{ kind: 'captions', language: 'km', src: 'audio/look.ogg' }] }),
    ];
    expect((await problemsOf(pieceSource(outside))).map(({ at }) => at)).toEqual([
      'items[0].entry',
      'items[1].tracks[0].src',
    ]);
    const live = { src: 'game/pictures/live.svg', alt: { km: 'រូប' } };
    expect(await problemsOf(pieceSource([htmlItem({ picture: live })]))).toMatchObject([
      { problem: 'no picture game/pictures/live.svg' },
    ]);
  });

  it('may not lie in the folder of another kind, or deeper in one [PKG8]', async () => {
    const shared = pieceSource([
      htmlItem(),
      mediaItem({ folder: 'game', entry: 'game/Index.html' }),
    ]);
    expect((await problemsOf(shared)).map(({ at }) => at)).toContain('items[1].folder');
    const deeper = pieceSource([
      htmlItem(),
      htmlItem({ id: 'g2', position: 3, folder: 'game/pictures' }),
    ]);
    expect((await problemsOf(deeper)).map(({ at }) => at)).toContain('items[1].folder');
  });

  it('hold a book as bytes that no page can be made of by itself [PKG14]', async () => {
    const live = '<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>';
    const manifest = await manifestOf(
      pieceSource([bookItem()], {
        'book/OEBPS/content.opf': '<package/>',
        'book/OEBPS/ទំព័រ 1.xhtml': '<html/>',
        'book/OEBPS/run.js': '1',
        'book/OEBPS/live.svg': live,
        'book/OEBPS/cover.jpg': 'as far as a test cares',
        'book/mimetype': 'application/epub+zip',
      }),
    );
    const mimes = manifest.files.map(({ path, mime }) => `${path} ${mime}`);
    expect(mimes.filter((line) => line.startsWith('book/'))).toEqual([
      'book/OEBPS/content.opf application/oebps-package+xml',
      'book/OEBPS/cover.jpg image/jpeg',
      'book/OEBPS/live.svg application/octet-stream',
      'book/OEBPS/run.js application/octet-stream',
      'book/OEBPS/ទំព័រ 1.xhtml application/octet-stream',
      'book/mimetype application/octet-stream',
    ]);
    expect(packRunsCode(manifest)).toBe(false);
    const page = pieceSource([bookItem({ entry: 'book/a.xhtml' })], { 'book/a.xhtml': '<html/>' });
    expect(await problemsOf(page)).toMatchObject([
      { at: 'items[0].entry', problem: 'there is no package document (.opf) book/a.xhtml' },
    ]);
  });

  it('keep code out of everywhere else [PKG8]', async () => {
    const script = pieceSource(undefined, { 'film/extra.js': 'alert(1)' });
    expect(await problemsOf(script)).toMatchObject([
      { at: 'items[1].folder', problem: 'film/extra.js is no kind of file a pack may hold' },
    ]);
    const drawing = pieceSource(undefined, {
      'film/cover.svg': '<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>',
    });
    expect(await problemsOf(drawing)).toMatchObject([{ file: 'film/cover.svg' }]);
  });

  it('tell names that no address can have, an empty folder, an unknown kind [PKG7]', async () => {
    const named = pieceSource(undefined, { 'game/what?.js': '' });
    expect(await problemsOf(named)).toMatchObject([
      { file: 'game/what?.js', fix: expect.stringContaining('rename the file') },
    ]);
    const empty = pieceSource([htmlItem({ folder: 'none', entry: 'none/a.html' })]);
    expect((await problemsOf(empty)).map(({ at }) => at)).toContain('items[0].folder');
    const kind = pieceSource([htmlItem({ kind: 'flash' })]);
    expect(await problemsOf(kind)).toMatchObject([
      { at: 'items[0].kind', fix: expect.stringContaining('write one of "html", "media"') },
    ]);
    expect(await problemsOf(packSource({ lessons: [] }))).toMatchObject([
      { at: 'lessons', problem: 'the pack holds nothing' },
    ]);
  });
});
