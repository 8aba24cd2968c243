import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { formatSecretKeyFile, mintSecretKey } from '../../content/minisign/keys.ts';
import { ReanError } from '../../shared/errors.ts';
import { formatManifest } from '../plan/image-manifest.ts';
import type { ImageRole } from '../plan/role.ts';
import { hashOf } from './file-bytes.ts';
import { prepareInstaller } from './installer-order.ts';
import { writeSigned } from './sign-file.ts';

const site = {
  format: 1,
  site: 'cem-1',
  name: { km: 'មណ្ឌលទី១' },
  hub: { url: 'https://192.0.2.10:8643' },
  kiosks: 8,
};
const mint = () =>
  mintSecretKey({ bytes: (length) => new Uint8Array(randomBytes(length)), fraction: () => 0 });

describe('what an installer’s stick is made from', () => {
  let folder: string;
  const key = mint();
  const file = (name: string) => join(folder, name);

  /** As `rean image ROLE` leaves it. */
  async function build(role: ImageRole, by = key, of = site.site): Promise<void> {
    const name = `rean-${role}.squashfs`;
    await writeFile(file(name), `the system of a ${role}`);
    const one = { name, bytes: 20, sha256: await hashOf(file(name)) };
    const list = formatManifest({ format: 1, role, version: '0.1.0', site: of, files: [one] });
    await writeSigned(file(`rean-${role}.json`), list, 'trial', by);
  }

  const prepare = (exists: (path: string) => boolean = () => true) =>
    prepareInstaller(
      {
        configFile: file('site.json'),
        keyFile: file('image.key'),
        output: folder,
        version: '0.1.0',
      },
      exists,
    );
  const problem = async (exists?: (path: string) => boolean) => {
    const refused = await prepare(exists).catch((error: unknown) => error);
    return refused instanceof ReanError ? refused.facts : refused;
  };

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'rean-installer-'));
    await writeFile(file('site.json'), JSON.stringify(site));
    await writeFile(file('image.key'), formatSecretKeyFile(key));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('is every image that was built, each seen to be what was signed [INS2]', async () => {
    await build('hub');
    await build('station');
    const { images } = await prepare();
    expect(images.map(({ role }) => role)).toEqual(['station', 'hub']);
  });

  it('is one image at least [INS2]', async () => {
    expect(await problem()).toEqual({ problem: 'no-images', folder });
  });

  it('is nothing that another key signed, or nobody [INS2]', async () => {
    await build('station', mint());
    const path = file('rean-station.json');
    expect(await problem()).toEqual({ problem: 'image-unsigned', path });
    await rm(`${path}.minisig`);
    expect(await problem()).toEqual({ problem: 'image-changed', path });
  });

  it('is nothing that was changed since, or lacks its file [INS2]', async () => {
    await build('station');
    const path = file('rean-station.squashfs');
    await writeFile(path, 'the system of a stranger');
    expect(await problem()).toEqual({ problem: 'image-changed', path });
    await rm(path);
    expect(await problem()).toEqual({ problem: 'image-changed', path });
  });

  it('is nothing of another site [INS2]', async () => {
    await build('hub', key, 'cem-2');
    const path = file('rean-hub.json');
    expect(await problem()).toEqual({ problem: 'image-other', path });
  });

  it('needs a program and a font that draw Khmer [INS1]', async () => {
    const lacks = (path: string) => !/rsvg|khmeros/.test(path);
    expect(await problem(lacks)).toEqual({
      problem: 'tools-missing',
      packages: 'fonts-khmeros librsvg2-bin',
    });
  });
});
