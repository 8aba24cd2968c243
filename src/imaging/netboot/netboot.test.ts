import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { temporaryFolder } from '../../../tests/factories/temporary-folder.ts';
import { mintSecretKey } from '../../content/minisign/keys.ts';
import { formatInstallerManifest, formatManifest } from '../plan/image-manifest.ts';
import { hashOf } from '../run/file-bytes.ts';
import { writeSigned } from '../run/sign-file.ts';
import { bringFiles } from './bring-files.ts';
import { makeFileServer, pieceBytes } from './file-server.ts';
import type { FileServer } from './file-server.ts';
import { readServedFiles } from './served-files.ts';

const run = promisify(execFile);
const mint = () =>
  mintSecretKey({ bytes: (length) => new Uint8Array(randomBytes(length)), fraction: () => 0 });
const key = mint();
const fetcher = join(
  import.meta.dirname,
  '../../../build/image/root/usr/lib/rean-image/installer/fetch',
);
const system = randomBytes(pieceBytes + 12_345);
const small = { 'netboot-vmlinuz': 'a kernel', 'netboot-initrd.img': 'an initrd' };
const portSchema = z.object({ port: z.number() });

let folder: string;

/** As the folder `rean` of a stick. */
async function makeStick(to: string, by = key, site = 'cem-1'): Promise<void> {
  await mkdir(to, { recursive: true });
  const about = { format: 1, version: '0.1.0', site } as const;
  for (const [name, text] of Object.entries(small)) await writeFile(join(to, name), text);
  await writeFile(join(to, 'rean-station.squashfs'), system);
  const listed = async (name: string) => ({
    name,
    bytes: (await stat(join(to, name))).size,
    sha256: await hashOf(join(to, name)),
  });
  const boot = await Promise.all(Object.keys(small).map(listed));
  const own = formatInstallerManifest({ ...about, kind: 'installer', files: boot });
  await writeSigned(join(to, 'rean-installer.json'), own, 'trial', by);
  const files = [await listed('rean-station.squashfs')];
  const list = formatManifest({ ...about, role: 'station', files });
  await writeSigned(join(to, 'rean-station.json'), list, 'trial', by);
}

describe('[PXE2] what PCs are installed from', () => {
  beforeEach(async () => {
    folder = join(await temporaryFolder(), 'files');
    await makeStick(folder);
  });

  it('is copied from a stick once it is seen to be signed, and whole', async () => {
    const to = join(await temporaryFolder(), 'netboot');
    expect(await bringFiles(folder, to, key.publicKey)).toMatchObject({ roles: ['station'] });
    expect(await readServedFiles(to, key.publicKey, true)).toMatchObject({ site: 'cem-1' });
    expect((await stat(join(to, 'rean-station.squashfs'))).mode & 0o777).toBe(0o644);
    await makeStick(folder, key, 'cem-2');
    expect(await bringFiles(folder, to, key.publicKey)).toMatchObject({ site: 'cem-2' });
  });

  it('is refused where another key signed it, or it is another file, and what was there stays', async () => {
    const to = join(await temporaryFolder(), 'netboot');
    await bringFiles(folder, to, key.publicKey);
    const refused = async (problem: string) => {
      await expect(bringFiles(folder, to, key.publicKey)).rejects.toMatchObject({
        facts: { problem },
      });
      expect(await readServedFiles(to, key.publicKey, true)).toMatchObject({ site: 'cem-1' });
    };
    await makeStick(folder, mint());
    await refused('files-changed');
    await makeStick(folder);
    const changed = Buffer.from(system);
    changed[777] = (changed[777] ?? 0) ^ 1;
    await writeFile(join(folder, 'rean-station.squashfs'), changed);
    await refused('files-changed');
    await makeStick(folder);
    await writeFile(join(folder, 'rean-station.squashfs'), system.subarray(1));
    await refused('files-changed');
    await rm(folder, { recursive: true });
    await refused('no-files');
  });
});

describe('[PXE5] the hub’s files over HTTP', () => {
  let made: FileServer;
  let at: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'rean-netboot-'));
    await makeStick(folder);
    const served = await readServedFiles(folder, key.publicKey, true);
    made = await makeFileServer(folder, served, 'http://192.0.2.1:8645');
    made.server.listen(0, '127.0.0.1');
    await once(made.server, 'listening');
    at = `http://127.0.0.1:${portSchema.parse(made.server.address()).port}`;
  });
  afterAll(async () => {
    made.server.closeAllConnections();
    made.server.close();
    await once(made.server, 'close');
    await rm(folder, { recursive: true });
  });

  const fetched = async (path: string) =>
    Buffer.from(await (await fetch(`${at}${path}`)).arrayBuffer());

  it('go to eight PCs at once, each whole, a piece at a time', async () => {
    const one = async () =>
      Buffer.concat([
        await fetched('/rean/rean-station.squashfs/0'),
        await fetched('/rean/rean-station.squashfs/1'),
      ]);
    const all = await Promise.all(Array.from({ length: 8 }, one));
    for (const got of all) expect(got.equals(system)).toBe(true);
    expect((await fetched('/vmlinuz')).toString()).toBe('a kernel');
    expect(made.pcs()).toBe(0);
    expect((await fetched('/initrd.img')).toString()).toBe('an initrd');
    expect(made.pcs()).toBe(1);
    expect((await fetched('/boot.ipxe')).toString()).toContain('http://192.0.2.1:8645/vmlinuz');
    expect((await fetched('/rean/rean-station.json')).toString()).toContain('"role": "station"');
  });

  it('are those that were listed, by that very name, and taken from nobody', async () => {
    for (const path of [
      '/',
      '/rean/',
      '/rean/rean-station.squashfs',
      '/rean/rean-station.squashfs/2',
      '/rean/rean-station.squashfs/-1',
      '/rean/rean-hub.json',
      '/rean/../rean-station.json',
      '/%2e%2e/%2e%2e/etc/passwd',
      '/boot.ipxe?x',
      '/netboot-vmlinuz',
      '/__proto__',
    ]) {
      expect(await statusOf(`GET ${path}`)).toBe(404);
    }
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) {
      expect(await statusOf(`${method} /vmlinuz`)).toBe(405);
    }
  });

  /** Sent as it is: nothing tidies the path up. */
  async function statusOf(line: string): Promise<number> {
    const socket = connect(portSchema.parse(made.server.address()).port, '127.0.0.1');
    socket.end(`${line} HTTP/1.1\r\nHost: hub\r\nConnection: close\r\n\r\n`);
    let told = '';
    for await (const bytes of socket) told += String(bytes);
    return Number(told.split(' ')[1]);
  }

  it('[PXE6] are put together again by the installer, from where a cut left it', async () => {
    const file = join(await temporaryFolder(), 'system');
    const words = ['pieces', `${at}/rean/rean-station.squashfs`, String(system.length), file, '1'];
    const install = async () => {
      const { stdout } = await run('sh', ['-c', 'exec "$0" "$@" 3>&1', fetcher, ...words]);
      return stdout;
    };
    await writeFile(file, system.subarray(0, 777));
    expect(await install()).toBe('fetch 1 2\nfetch 2 2\n');
    // Cut off in the middle of the second piece.
    await writeFile(file, system.subarray(0, pieceBytes + 777));
    expect(await install()).toBe('fetch 2 2\n');
    expect((await readFile(file)).equals(system)).toBe(true);
  });

  it('[PXE6] that do not come are asked for until patience ends, and what came is kept', async () => {
    const file = join(await temporaryFolder(), 'system');
    await writeFile(file, system.subarray(0, pieceBytes));
    const words = ['pieces', `${at}/rean/nothing`, String(system.length), file, '1'];
    await expect(run('sh', ['-c', 'exec "$0" "$@" 3>&1', fetcher, ...words])).rejects.toThrow(
      'Command failed',
    );
    expect((await stat(file)).size).toBe(pieceBytes);
    const list = join(await temporaryFolder(), 'list.json');
    await expect(run(fetcher, ['small', `${at}/rean/rean-hub.json`, list])).rejects.toThrow(
      'Command failed',
    );
    await run(fetcher, ['small', `${at}/rean/rean-station.json`, list]);
    expect(await readFile(list, 'utf8')).toContain('"role": "station"');
  });
});
