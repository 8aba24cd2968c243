import { readdir, readlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text as textIn } from 'node:stream/consumers';
import { describe, expect, it, onTestFinished } from 'vitest';
import { bookItem } from '../../../tests/factories/pack-source.ts';
import { temporaryFolder } from '../../../tests/factories/temporary-folder.ts';
import { oldZimDraft, wordsOf, zimDraft, zimFile } from '../../../tests/factories/zim-file.ts';
import { packItemSchema } from '../../shared/contracts/pack-manifest.ts';
import { ReanError } from '../../shared/errors.ts';
import { sittingIdSchema } from '../../shared/ids.ts';
import { openBody } from './body-stream.ts';
import { servePackFile } from './serve-pack-file.ts';
import type { PackAnswer } from './serve-pack-file.ts';
import { ZimDesk } from './zim-desk.ts';

const sitting = sittingIdSchema.parse('si-0123456789abcdef');
const archive = 'pack://org.rean.test--si-0123456789abcdef/1.0.0/wiki/archive.zim';

const item = packItemSchema.parse(
  bookItem({ kind: 'zim', folder: 'wiki', entry: 'wiki/archive.zim' }),
);

interface Kept {
  readonly zim?: Uint8Array;
  readonly withIndex?: boolean;
}

/** Asks for what lies below an archive's address. */
async function asker({ zim = zimFile(zimDraft()), withIndex = true }: Kept = {}) {
  const folder = await temporaryFolder();
  const zimPath = join(folder, 'zim');
  await writeFile(zimPath, zim);
  if (withIndex) await writeFile(join(folder, 'index'), await wordsOf(zim));
  const files: Record<string, string> = {
    'wiki/archive.zim': 'zim',
    ...(withIndex && { 'wiki/search.index': 'index' }),
  };
  const pack = {
    manifest: { items: [item] },
    file: (path: string) => {
      const name = files[path];
      if (name === undefined) return Promise.reject(new ReanError('pack.file-missing', { path }));
      const blobPath = join(folder, name);
      return Promise.resolve({ blobPath, size: zim.length, mime: 'x/y', sha256: 'ab', runs: true });
    },
  };
  const desk = new ZimDesk();
  onTestFinished(() => desk.letGo());
  const ask = (inner: string, over: { method?: string; range?: string } = {}) =>
    servePackFile(
      () => Promise.resolve(pack),
      sitting,
      { method: 'GET', url: `${archive}/${inner}`, range: null, ifRange: null, ...over },
      desk,
    );
  return Object.assign(ask, { letGo: () => desk.letGo(), open: () => openBelow(folder) });
}

/** How many files of a folder this process has open. */
async function openBelow(folder: string): Promise<number> {
  const open = await Promise.all(
    (await readdir('/proc/self/fd')).map((fd) => readlink(`/proc/self/fd/${fd}`).catch(() => '')),
  );
  return open.filter((path) => path.startsWith(folder)).length;
}

const textOf = async ({ body }: PackAnswer) => {
  const stream = openBody(body);
  return stream === null ? '' : textIn(stream);
};
const jsonOf = async (answer: PackAnswer): Promise<unknown> => JSON.parse(await textOf(answer));

describe('what lies in an archive', () => {
  it('has an address below it, its own type, and the policy of files that run code [ZIM3]', async () => {
    const ask = await asker();
    const answer = await ask('C/Water%3F');
    expect(answer).toMatchObject({
      status: 200,
      headers: {
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': expect.stringMatching(
          /default-src 'none';.*'unsafe-eval'.*form-action 'none'.*sandbox/,
        ),
        'x-content-type-options': 'nosniff',
        'content-location': 'C/Water%3F',
      },
    });
    expect(await textOf(answer)).toContain('It rains.');
    expect((await ask('C/dot.svg')).headers['content-type']).toBe('image/svg+xml; charset=utf-8');
  });

  it('is found by its other names, and says what it is called itself [ZIM3]', async () => {
    const answer = await (await asker())('C/Paddy');
    expect(answer.headers['content-location']).toBe('C/plants/Rice');
    expect(await textOf(answer)).toContain('កសិករដាំស្រូវ');
  });

  it('is sent in parts, packed or not, and described without its bytes [ZIM3]', async () => {
    const ask = await asker();
    for (const inner of ['C/dot.svg', 'C/Main']) {
      const whole = await textOf(await ask(inner));
      const part = await ask(inner, { range: 'bytes=5-8' });
      expect(part.status).toBe(206);
      expect(await textOf(part)).toBe(whole.slice(5, 9));
      expect(await ask(inner, { method: 'HEAD' })).toMatchObject({ status: 200, body: null });
    }
    expect((await ask('C/Main', { range: 'bytes=9000000-' })).status).toBe(416);
  });

  it.each(['C/Nothing', 'C', 'C/%zz', 'Main', '', '~/other', '../pack.json', 'C/../Main'])(
    'is not found at %j [ZIM3]',
    async (inner) => {
      expect((await (await asker())(inner)).status).toBe(404);
    },
  );

  it('may begin its addresses at the root of an older archive [ZIM3]', async () => {
    const page = await textOf(await (await asker({ zim: zimFile(oldZimDraft()) }))('A/Rice'));
    expect(page).toContain('src="../I/dot.png"');
    expect(page).toContain('href="../A/Water"');
  });

  it('tells its first page, and the first article where it names none [ZIM3]', async () => {
    expect(await jsonOf(await (await asker())('~/about'))).toEqual({ main: 'C/Main' });
    const zim = zimFile(oldZimDraft({ main: null }));
    expect(await jsonOf(await (await asker({ zim }))('~/about'))).toEqual({ main: 'A/Rice' });
  });

  it('is searched by its words [ZIM4]', async () => {
    const ask = await asker();
    const find = async (words: string) => jsonOf(await ask(`~/find/${encodeURIComponent(words)}`));
    expect(await find('សៀមរាប')).toEqual([
      { at: 'C/plants/Rice', title: 'ស្រូវ', lead: expect.stringMatching(/^ស្រូវ កសិករ/) },
    ]);
    expect(await find('paddy')).toMatchObject([{ at: 'C/plants/Rice' }]);
    expect(await find('cafe')).toMatchObject([{ at: 'C/Water%3F' }]);
    expect(await find('')).toEqual([]);
  });

  it('is searched by the beginnings of titles where no list of words lies beside it [ZIM4]', async () => {
    const ask = await asker({ zim: zimFile(oldZimDraft()), withIndex: false });
    const titles = async (words: string) => jsonOf(await ask(`~/find/${words}`));
    expect(await titles('ri')).toEqual([{ at: 'A/Rice', title: 'Rice', lead: '' }]);
    expect(await titles('water')).toEqual([{ at: 'A/Water', title: 'water', lead: '' }]);
    expect(await titles('PNG')).toEqual([]);
  });

  it('is an error where the archive is damaged there, and only there [ZIM1]', async () => {
    const zim = Buffer.from(zimFile(oldZimDraft()));
    // the pointer to the last entry, after those to three others
    zim.writeBigUInt64LE(2n ** 50n, Number(zim.readBigUInt64LE(32)) + 24);
    const ask = await asker({ zim, withIndex: false });
    const damaged = await ask('M/Title');
    expect(damaged.status).toBe(500);
    expect(await textOf(damaged)).toBe('entry 3: it lies outside of the archive');
    expect((await ask('A/Rice')).status).toBe(200);
    const none = await asker({ zim: new Uint8Array(Buffer.from('ZIM')), withIndex: false });
    expect((await none('~/about')).status).toBe(500);
  });

  it('is closed when nobody reads, and opened again [ZIM1]', async () => {
    const ask = await asker();
    expect(await ask.open()).toBe(0);
    await Promise.all([ask('C/Main'), ask('~/find/rain')]);
    expect(await ask.open()).toBe(2);
    await ask.letGo();
    expect(await ask.open()).toBe(0);
    expect((await ask('C/Main')).status).toBe(200);
    expect(await ask.open()).toBe(2);
  });

  it.each(['cut off', 'none'])('is not kept open where it is %s [ZIM1]', async (how) => {
    const whole = zimFile(zimDraft());
    const zim = how === 'none' ? Buffer.from('ZIM') : whole.subarray(0, 40);
    const ask = await asker({ zim: new Uint8Array(zim), withIndex: false });
    for (let tries = 0; tries < 5; tries += 1) expect((await ask('C/Main')).status).toBe(500);
    expect(await ask.open()).toBe(0);
  });
});
