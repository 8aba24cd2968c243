import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { diskCutAt, diskFullFrom, Killed } from '../../../tests/factories/faulty-disk.ts';
import { rawZip } from '../../../tests/factories/raw-zip.ts';
import type { RawEntry } from '../../../tests/factories/raw-zip.ts';
import { seededRandomness } from '../../../tests/factories/seeded-randomness.ts';
import { temporaryFolder } from '../../../tests/factories/temporary-folder.ts';
import { semverSchema } from '../../shared/ids.ts';
import { buildPack } from '../build/build-pack.ts';
import type { Disk } from '../disk/disk.ts';
import { nodeDisk } from '../disk/node-disk.ts';
import { importFiles } from './import-files.ts';
import type { ImportRequest, ImportTools } from './import-files.ts';

let seed = 0;

const toolsOn = (disk: Disk): ImportTools => ({
  disk,
  randomness: seededRandomness((seed += 1)),
  // every import of these tests but the one at work was killed
  processes: {
    self: () => Promise.resolve({ pid: 1, started: null }),
    isRunning: () => Promise.resolve(false),
  },
  appVersion: semverSchema.parse('0.1.0'),
});

async function given(name: string, content: string | Uint8Array, folder?: string) {
  const path = join(folder ?? (await temporaryFolder()), name);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content);
  return path;
}

const zip = (name: string, entries: readonly RawEntry[]) => given(name, rawZip(entries));

const site = (title = 'Times tables') => [
  { name: 'index.html', content: `<!doctype html><title>${title}</title><script src="a.js">` },
  { name: 'a.js', content: '1' },
];

const webm = Buffer.from('\u001A\u0045\u00DF\u00A3....webm, as far as a test cares', 'latin1');

const emptyTarget = async () => join(await temporaryFolder(), 'pack source');

function run(
  paths: readonly string[],
  into: string,
  over: Partial<ImportRequest> = {},
  disk = nodeDisk(),
) {
  return importFiles(toolsOn(disk), { paths, into, replace: false, words: {}, ...over });
}

async function built(into: string) {
  const out = join(await temporaryFolder(), 'out.kpack');
  const tools = { disk: nodeDisk(), randomness: seededRandomness(1) };
  const result = await buildPack(tools, into, out);
  if (result.kind === 'refused') throw new Error(JSON.stringify(result.problems));
  return result;
}

/** Every file below a folder with its content. */
async function snapshot(folder: string): Promise<Record<string, string>> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = names.filter((entry) => entry.isFile());
  const paths = files.map((entry) => join(entry.parentPath, entry.name)).sort();
  return Object.fromEntries(
    await Promise.all(
      paths.map(async (path) => [relative(folder, path), await readFile(path, 'latin1')] as const),
    ),
  );
}

describe('an import', () => {
  it('begins a pack with what came, tells what a person has to fill in, and it builds [FRN1]', async () => {
    const into = await emptyTarget();
    const report = await run([await zip('តារាង.zip', site())], into);
    expect(report).toMatchObject({
      begun: true,
      files: [{ file: 'តារាង.zip', kind: 'html', outcome: 'imported', notes: [] }],
    });
    expect(report.toFill.map(({ at }) => at)).toEqual(['id', 'title.km', 'licence', 'publisher']);
    const { manifest, warnings } = await built(into);
    expect(manifest.items).toMatchObject([
      { kind: 'html', title: { km: 'Times tables', en: 'Times tables' }, position: 1 },
    ]);
    expect(warnings.filter(({ kind }) => kind === 'file-unused')).toEqual([]);
  });

  it('takes what a person says of the pack [FRN1]', async () => {
    const words = {
      id: 'org.rean.try',
      titleKm: 'លេខ',
      titleEn: 'Numbers',
      licence: 'CC0-1.0',
      publisher: 'Me',
    };
    const into = await emptyTarget();
    const report = await run([await zip('a site.zip', site())], into, { words });
    expect(report).toMatchObject({ pack: 'org.rean.try', toFill: [] });
    expect((await built(into)).manifest).toMatchObject({
      title: { km: 'លេខ', en: 'Numbers' },
      licence: 'CC0-1.0',
      items: [{ id: 'a-site', course: 'org.rean.try' }],
    });
    await expect(run([await zip('b.zip', site())], into, { words })).rejects.toMatchObject({
      code: 'import.target',
      facts: { reason: 'begun' },
    });
  });

  it('adds to a pack, behind what is there; the same file twice is noticed [FRN1]', async () => {
    const into = await emptyTarget();
    const first = await zip('first site.zip', site());
    await run([first], into);
    const again = await run([first, await given('film one.webm', webm)], into);
    expect(again.files).toMatchObject([
      { outcome: 'already', kind: 'html', things: [] },
      { outcome: 'imported', kind: 'media', things: [{ id: 'film-one' }] },
    ]);
    const { manifest } = await built(into);
    expect(manifest.items.map(({ id, position }) => [id, position])).toEqual([
      ['first-site', 1],
      ['film-one', 2],
    ]);
  });

  it('puts a newer file in the place of the earlier one only when asked; its id goes on [FRN1]', async () => {
    const into = await emptyTarget();
    await run([await zip('my site.zip', site())], into);
    const newer = await zip('my site.zip', [...site('Newer'), { name: 'b.js', content: '2' }]);
    const kept = await run([newer], into);
    expect(kept.files).toMatchObject([{ outcome: 'refused', error: { code: 'import.changed' } }]);
    const replaced = await run([newer], into, { replace: true });
    expect(replaced.files).toMatchObject([{ outcome: 'imported', things: [{ id: 'my-site' }] }]);
    const { manifest } = await built(into);
    expect(manifest.items).toMatchObject([{ id: 'my-site', title: { km: 'Newer' }, position: 1 }]);
    expect(manifest.files.map(({ path }) => path)).toContain('pieces/my-site/b.js');
  });

  it('takes a folder of files as one pack, captions with their film, an unpacked site as one thing [FRN1]', async () => {
    const folder = await temporaryFolder();
    await given('film.webm', webm, folder);
    await given('film.km.srt', '1\r\n00:00:01,5 --> 00:00:02,000\r\n<i>សួស្តី</i> & <b>\r\n', folder);
    await given('unit 2/index.htm', '<title>Unit 2</title>', folder);
    await given('unit 2/a b/ក.js', '1', folder);
    await given('.hidden', 'x', folder);
    await given('notes.xyz', 'x', folder);
    await given('alone.vtt', 'WEBVTT\n', folder);
    const into = await emptyTarget();
    const { files } = await run([folder], into);
    expect(files.map(({ file, kind, outcome }) => [file, kind, outcome])).toEqual([
      ['alone.vtt', 'captions', 'refused'],
      ['film.webm', 'media', 'imported'],
      ['notes.xyz', null, 'refused'],
      ['unit 2', 'html', 'imported'],
    ]);
    const { manifest } = await built(into);
    expect(manifest.items).toMatchObject([
      { kind: 'media', tracks: [{ kind: 'captions', language: 'km' }] },
      { kind: 'html', title: { km: 'Unit 2' } },
    ]);
    const vtt = await readFile(join(into, 'pieces/film/captions-km.vtt'), 'utf8');
    expect(vtt).toBe('WEBVTT\n\n00:00:01.500 --> 00:00:02.000\n<i>សួស្តី</i> &amp; <b>\n');
  });

  it('takes captions that are named beside their film with it [FRN1]', async () => {
    const folder = await temporaryFolder();
    const film = await given('film.webm', webm, folder);
    const srt = await given('film.km.srt', '1\n00:00:01,5 --> 00:00:02,000\nសួស្តី\n', folder);
    const into = await emptyTarget();
    const { files } = await run([srt, film], into);
    expect(files.map(({ file, outcome }) => [file, outcome])).toEqual([['film.webm', 'imported']]);
    const { manifest } = await built(into);
    expect(manifest.items).toMatchObject([{ kind: 'media', tracks: [{ language: 'km' }] }]);
    const [alone] = (await run([srt], await emptyTarget())).files;
    expect(alone).toMatchObject({ file: 'film.km.srt', outcome: 'refused' });
  });

  it('says which films and books in the folder of a page nobody would see [FRN1]', async () => {
    const folder = await temporaryFolder();
    const page = '<title>Unit</title><video src="shown.webm"></video><a href="a%20b.pdf">b</a>';
    await given('index.html', page, folder);
    for (const name of ['shown.webm', 'a b.pdf', 'forgotten.webm', 'more/quiz.gift']) {
      await given(name, 'x', folder);
    }
    const [file] = (await run([folder], await emptyTarget())).files;
    expect(file).toMatchObject({ kind: 'html', outcome: 'imported' });
    expect(file?.notes).toEqual([
      {
        sort: 'guessed',
        at: null,
        text: expect.stringMatching(/^No page shows forgotten\.webm, more\/quiz\.gift: /),
      },
    ]);
  });

  it('says what to do with a page without its folder, and a picture by itself [FRN1]', async () => {
    const page = await given('page.html', '<!doctype html><title>Unit</title>');
    const picture = await given('photo.HEIC', '\0\0\0\u0018ftypheic');
    const named = await given('really a film.html', webm);
    const { files } = await run([page, picture, named], await emptyTarget());
    expect(files.map(({ kind, outcome }) => [kind, outcome])).toEqual([
      ['page', 'refused'],
      ['picture', 'refused'],
      ['media', 'imported'],
    ]);
  });

  it('leaves nothing of a file that is refused, and takes the others [FRN2]', async () => {
    const into = await emptyTarget();
    const bad = await zip('bad.zip', [...site(), { name: '../../evil.txt', content: 'x' }]);
    const damaged = await readFile(await zip('x.zip', site()));
    damaged[damaged.indexOf('doctype')] = 0x44;
    const { files } = await run(
      [bad, await given('damaged.zip', damaged), await zip('good.zip', site())],
      into,
    );
    expect(files).toMatchObject([
      { error: { code: 'pack.unsafe-path', facts: { reason: 'parent-path' } } },
      { error: { code: 'pack.archive-invalid', facts: { reason: 'damaged' } } },
      { outcome: 'imported' },
    ]);
    expect(await readdir(join(into, 'pieces'))).toEqual(['good']);
    expect(await readdir(into)).not.toContainEqual(expect.stringMatching(/^\./));
  });

  it('changes nothing where nothing could be imported, or where the folder is no source [FRN3]', async () => {
    const into = await emptyTarget();
    await run([await given('a.xyz', 'x')], into);
    await expect(readdir(into)).rejects.toThrow('ENOENT');
    const other = await temporaryFolder();
    await given('letter.txt', 'Dear', other);
    await expect(run([await zip('a.zip', site())], other)).rejects.toMatchObject({
      code: 'import.target',
      facts: { reason: 'not-a-source', holds: 'letter.txt' },
    });
    await expect(run([join(other, 'none')], into)).rejects.toMatchObject({
      code: 'pack.file-missing',
    });
  });

  it('reads names that are UTF-8 without saying so, and passes over what file managers leave [FRN2]', async () => {
    const into = await emptyTarget();
    const path = await zip('mac.zip', [
      { name: 'site/index.html', content: 'x', flags: 0 },
      { name: 'site/ខ្មែរ.js', content: '1', flags: 0 },
      { name: 'site/.DS_Store', content: '1' },
      { name: '__MACOSX/site/._index.html', content: '1' },
      { name: 'site/50%.js', content: '1' },
    ]);
    const { files } = await run([path], into);
    expect(files).toMatchObject([{ notes: [{ sort: 'file-left-out', at: '50%.js' }] }]);
    expect((await readdir(join(into, 'pieces/mac'))).sort()).toEqual(['index.html', 'ខ្មែរ.js']);
  });

  it('leaves the source as it was wherever it is cut off, and the next one comes [FRN3]', async () => {
    const newer = await zip('my site.zip', site('Newer'));
    const nothing = await given('a.xyz', 'x');
    const old = await emptyTarget();
    await run([await zip('my site.zip', site())], old);
    const done = `${old}-done`;
    await cp(old, done, { recursive: true });
    await run([newer], done, { replace: true });
    const wholes = [await snapshot(old), await snapshot(done)];
    for (let operation = 1, killed = true; killed; operation += 1) {
      const into = `${old}-${operation}`;
      await cp(old, into, { recursive: true });
      const cut = diskCutAt(nodeDisk(), operation);
      const outcome = await run([newer], into, { replace: true }, cut).catch(
        (error: unknown) => error,
      );
      killed = outcome instanceof Killed;
      await run([nothing], into);
      expect(wholes).toContainEqual(await snapshot(into));
    }
  });

  it('gives back what it took where the disk is full [FRN3]', async () => {
    const path = await zip('my site.zip', site());
    for (const operation of [3, 6, 9]) {
      const into = await emptyTarget();
      await expect(
        run([path], into, {}, diskFullFrom(nodeDisk(), operation)),
      ).rejects.toMatchObject({
        code: 'store.full',
      });
      await expect(readdir(into)).rejects.toThrow('ENOENT');
    }
  });
});
