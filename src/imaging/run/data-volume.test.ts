import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { uuidOf } from '../plan/disk-layout.ts';
import { hashOf, writeAt } from './file-bytes.ts';

const script = join(
  import.meta.dirname,
  '../../../build/image/root/usr/lib/rean-image/data-volume',
);
const path = `/usr/sbin:/usr/bin:/sbin:/bin:${process.env['PATH'] ?? ''}`;
const uuid = uuidOf('trial', 'data');

/** The script that runs in the image, on file systems that lie in files. */
describe('the data of a PC as it starts', () => {
  let folder: string;
  let volume: string;

  const check = (expected = uuid) =>
    spawnSync('sh', [script, 'check', volume, expected], { env: { PATH: path } }).status;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'rean-data-'));
    volume = join(folder, 'data.ext4');
    writeFileSync(volume, '');
    truncateSync(volume, 16 * 1024 ** 2);
    execFileSync('mke2fs', ['-q', '-F', '-t', 'ext4', '-U', uuid, volume], { env: { PATH: path } });
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is taken where it is what was made on this PC [IMG6]', () => {
    expect(check()).toBe(0);
  });

  it('is refused where it is another PC’s, or where nobody knows which it should be [IMG6]', () => {
    expect(check(uuidOf('other', 'data'))).toBe(3);
    expect(check('')).toBe(3);
  });

  it('is never made anew where its beginning is gone [IMG6]', async () => {
    await writeAt(volume, 0, new Uint8Array(64 * 1024));
    const before = await hashOf(volume);
    expect(check()).toBe(3);
    expect(await hashOf(volume)).toBe(before);
  });

  it('is refused where more than its journal would have to be mended [IMG6]', async () => {
    // The table of the first group's files, behind superblock and descriptors.
    const noise = Buffer.alloc(512 * 1024, 0xa5);
    await writeAt(volume, 8 * 1024, noise);
    expect(check()).toBe(4);
  });

  it('is refused where there is none at all [IMG6]', () => {
    rmSync(volume);
    expect(check()).toBe(3);
  });
});
