import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { formatSecretKeyFile, mintSecretKey } from '../../content/minisign/keys.ts';
import { ReanError } from '../../shared/errors.ts';
import { prepareOrder } from './prepare-order.ts';
import type { BuildMachine, ImageRequest } from './prepare-order.ts';

const site = {
  format: 1,
  site: 'cem-1',
  name: { km: 'មណ្ឌលទី១' },
  hub: { url: 'https://192.0.2.10:8643' },
  kiosks: 8,
};
const equipped: BuildMachine = { isRoot: true, exists: () => true };

describe('what an image is ordered with', () => {
  let folder: string;
  let request: ImageRequest;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'rean-image-'));
    const file = (name: string) => join(folder, name);
    await writeFile(file('site.json'), JSON.stringify(site));
    const key = mintSecretKey({
      bytes: (length) => new Uint8Array(randomBytes(length)),
      fraction: () => 0,
    });
    await writeFile(file('image.key'), formatSecretKeyFile(key));
    await mkdir(file('debs'));
    await writeFile(file('debs/rean-station_0.1.0-1_amd64.deb'), '');
    request = {
      role: 'station',
      configFile: file('site.json'),
      keyFile: file('image.key'),
      packages: file('debs'),
      mirror: undefined,
      diskMiB: 8192,
      fresh: false,
      cache: file('cache'),
      recipe: file('recipe'),
      version: '0.1.0',
      output: file('out'),
    };
  });
  afterEach(() => rm(folder, { recursive: true }));

  const problemOf = async (changed: Partial<ImageRequest>, machine = equipped) => {
    const refused = await prepareOrder({ ...request, ...changed }, machine).catch(
      (error: unknown) => error,
    );
    return refused instanceof ReanError ? refused.facts : refused;
  };

  it('is read whole, with what site.json leaves open filled in [IMG2]', async () => {
    const order = await prepareOrder(request, equipped);
    expect(order.site).toMatchObject({
      language: 'km',
      timezone: 'Asia/Phnom_Penh',
      firmware: true,
    });
    expect(order.ownPackage).toBe(join(folder, 'debs/rean-station_0.1.0-1_amd64.deb'));
    expect(order.mirror).toEqual({ kind: 'debian' });
    expect(Buffer.from(order.siteBytes).toString()).toBe(JSON.stringify(site));
  });

  it('takes a supervisor’s PC from the station’s package, and a hub from its own', async () => {
    const order = await prepareOrder({ ...request, role: 'supervisor' }, equipped);
    expect(order.ownPackage).toContain('rean-station_');
    expect(await problemOf({ role: 'hub' })).toMatchObject({
      problem: 'no-package',
      name: 'rean-hub',
    });
  });

  it.each([
    ['no file', { configFile: '/nowhere/site.json' }, { problem: 'no-file', option: 'config' }],
    ['no key', { keyFile: '/nowhere/x.key' }, { problem: 'no-file', option: 'key' }],
    ['a disk too small', { diskMiB: 2000 }, { problem: 'disk-small' }],
    ['no packages of ours', { packages: '/nowhere' }, { problem: 'no-package' }],
  ])('says what is wrong: %s [IMG1]', async (_, changed, facts) => {
    expect(await problemOf(changed)).toMatchObject(facts);
  });

  it.each([
    ['no JSON', '{'],
    ['a word nobody knows', JSON.stringify({ ...site, wifi: 'yes' })],
    ['no address of the hub', JSON.stringify({ ...site, hub: { url: 'http://192.0.2.10' } })],
    ['a name that is a path', JSON.stringify({ ...site, site: '../x' })],
  ])('refuses a configuration with %s [IMG2]', async (_, text) => {
    await writeFile(request.configFile, text);
    expect(await problemOf({})).toMatchObject({ problem: 'site-shape', path: request.configFile });
  });

  it('refuses a key that is none, and packs that are not there', async () => {
    expect(await problemOf({ keyFile: request.configFile })).toMatchObject({
      problem: 'key-shape',
    });
    await writeFile(request.configFile, JSON.stringify({ ...site, packs: ['packs/first.kpack'] }));
    const machine = { isRoot: true, exists: (path: string) => !path.endsWith('.kpack') };
    const path = join(folder, 'packs/first.kpack');
    expect(await problemOf({}, machine)).toMatchObject({ problem: 'no-pack', path });
  });

  it('names what has to be installed, and who has to run it [IMG1]', async () => {
    const machine = { isRoot: true, exists: (path: string) => !path.endsWith('/mksquashfs') };
    expect(await problemOf({}, machine)).toEqual({
      problem: 'tools-missing',
      packages: 'squashfs-tools',
    });
    expect(await problemOf({}, { ...equipped, isRoot: false })).toEqual({ problem: 'not-root' });
  });

  it('tells a mirror by what is in it', async () => {
    const mirror = join(folder, 'mirror');
    const order = await prepareOrder({ ...request, mirror }, equipped);
    expect(order.mirror).toEqual({ kind: 'archive', folder: mirror });
    const flat = { isRoot: true, exists: (path: string) => !path.endsWith('dists') };
    const other = await prepareOrder({ ...request, mirror }, flat);
    expect(other.mirror).toEqual({ kind: 'flat', folder: mirror });
    const empty = { isRoot: true, exists: (path: string) => !path.startsWith(mirror) };
    expect(await problemOf({ mirror }, empty)).toEqual({ problem: 'no-mirror', folder: mirror });
    const url = 'http://mirror.example/debian';
    const third = await prepareOrder({ ...request, mirror: url }, equipped);
    expect(third.mirror).toEqual({ kind: 'address', url });
  });
});
