import { describe, expect, it } from 'vitest';
import { packItemSchema } from '../../shared/contracts/pack-manifest.ts';
import { ReanError } from '../../shared/errors.ts';
import { packIdSchema, semverSchema, sittingIdSchema } from '../../shared/ids.ts';
import { parseH5pUrl } from './h5p-view.ts';
import { servePackFile, sittingOf } from './serve-pack-file.ts';
import { ZimDesk } from './zim-desk.ts';
import type { OpenPack } from './serve-pack-file.ts';

const sitting = sittingIdSchema.parse('si-0123456789abcdef');
const base = 'pack://org.rean.test--si-0123456789abcdef/1.0.0/';
const words = { km: 'ក' };
const piece = {
  id: 'quiz',
  folder: 'pieces/quiz',
  entry: 'pieces/quiz/h5p.json',
  title: words,
  picture: { src: 'a.svg', alt: words },
  course: 'org.rean.test.letters',
  position: 1,
  skills: [],
};
const player = packIdSchema.parse('org.rean.h5p-player');
const requires = [{ pack: player, exactly: semverSchema.parse('3.8.2') }];
const packs: Readonly<
  Record<string, { readonly items: readonly object[]; readonly files: readonly string[] }>
> = {
  'org.rean.test 1.0.0': {
    items: [{ ...piece, kind: 'h5p', player }],
    files: ['pieces/quiz/h5p.json', 'pieces/quiz/content/images/a.png', 'secret.json'],
  },
  'org.rean.h5p-player 3.8.2': {
    items: [{ ...piece, kind: 'h5p-player', id: 'p', folder: 'player', entry: 'player/main.js' }],
    files: ['player/main.js', 'notes.json'],
  },
};

const open: OpenPack = (pack, version) => {
  const found = packs[`${pack} ${version}`];
  if (found === undefined) return Promise.reject(new ReanError('pack.not-installed', { pack }));
  const file = (path: string) => ({
    blobPath: path,
    size: 1,
    mime: 'a/b',
    sha256: 'a',
    runs: true,
  });
  return Promise.resolve({
    manifest: { requires, items: found.items.map((item) => packItemSchema.parse(item)) },
    file: (path) =>
      found.files.includes(path)
        ? Promise.resolve(file(path))
        : Promise.reject(new ReanError('pack.file-missing', { path })),
  });
};

async function served(path: string, from = open): Promise<string | number> {
  const asked = { method: 'GET', url: base + path, range: null, ifRange: null };
  const { status, body } = await servePackFile(from, sitting, asked, new ZimDesk());
  return body !== null && 'blobPath' in body ? body.blobPath : status;
}

describe('a package of H5P as it is served', () => {
  it('[PCE15] has its player on its own origin, out of the pack it requires', async () => {
    expect(await served('pieces/quiz/~h5p/player/main.js')).toBe('player/main.js');
    expect(await served('pieces/quiz/~h5p/package/h5p.json')).toBe('pieces/quiz/h5p.json');
    expect(sittingOf(`${base}pieces/quiz/~h5p/player/main.js`)).toBe(sitting);
  });

  it('[PCE15] is found however many slashes H5P writes', async () => {
    expect(await served('pieces/quiz/~h5p/package//content//images/a.png')).toBe(
      'pieces/quiz/content/images/a.png',
    );
  });

  it.each([
    ['anything else of the player’s pack', 'pieces/quiz/~h5p/player/../notes.json'],
    ['a pack that is not required', 'pieces/quiz/~h5p/org.rean.other/main.js'],
    ['anything else of its own pack', 'pieces/quiz/~h5p/package/../../secret.json'],
    ['what climbs in percent signs', 'pieces/quiz/~h5p/player/%2e%2e/notes.json'],
    ['a player for a folder that is no H5P', 'pieces/~h5p/player/main.js'],
    ['nothing', 'pieces/quiz/~h5p/player/'],
  ])('[PCE15] [PKG11] does not give %s', async (_, path) => {
    expect(await served(path)).toBe(404);
  });

  it('[PCE15] has no player where its pack is not installed', async () => {
    const alone: OpenPack = (pack, version) =>
      pack === 'org.rean.h5p-player'
        ? Promise.reject(new ReanError('pack.not-installed', { pack }))
        : open(pack, version);
    expect(await served('pieces/quiz/~h5p/player/main.js', alone)).toBe(404);
    expect(await served('pieces/quiz/~h5p/package/h5p.json', alone)).toBe('pieces/quiz/h5p.json');
  });

  it('[PKG11] is of one sitting', () => {
    expect(
      parseH5pUrl(`${base.replace('si-0', 'si-u')}pieces/quiz/~h5p/player/main.js`),
    ).toBeNull();
  });
});
