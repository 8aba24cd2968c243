import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  diskMiB,
  install,
  makeBlankDisk,
  makeBundle,
  startMiB,
  starts,
  stateOf,
} from './machine/small-disk.ts';
import type { Bundle } from './machine/small-disk.ts';

const mib = 1024 ** 2;
const path = `/usr/sbin:/usr/bin:/sbin:/bin:${process.env['PATH'] ?? ''}`;
const run = (program: string, ...words: readonly string[]) =>
  execFileSync(program, words, { env: { PATH: path }, encoding: 'utf8' });

/** The script of the initrd that writes a disk, on one that is a file. */
describe('what an installation leaves on a disk', () => {
  let folder: string;
  let disk: string;
  let bundle: Bundle;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'rean-installed-'));
    disk = join(folder, 'disk');
    bundle = await makeBundle(folder);
  });
  afterAll(() => rm(folder, { recursive: true }));
  beforeEach(() => makeBlankDisk(disk));

  /** A partition as a file of its own. */
  const partition = async (name: string, sizeMiB: number) => {
    const file = join(folder, `${name}.img`);
    const from = (startMiB[name] ?? 0) * mib;
    await writeFile(file, (await readFile(disk)).subarray(from, from + sizeMiB * mib));
    return file;
  };
  const inIdentity = async (file: string) =>
    run('debugfs', '-R', `cat /${file}`, await partition('identity', 16)).trim();

  it('is a PC with its system, its number and data as large as the disk lets it be [INS4]', async () => {
    const { code, told } = await install(bundle, disk);
    expect(code).toBe(0);
    expect(told.at(-1)).toBe('data 1 1');
    run('sgdisk', '--verify', disk);
    expect(run('sgdisk', '--info=7', disk)).toContain(`Last sector: ${(diskMiB - 1) * 2048 - 1}`);
    const bytes = await readFile(disk);
    const slotAt = (startMiB['os-a'] ?? 0) * mib;
    expect(bytes.subarray(slotAt, slotAt + bundle.slotBytes.length).equals(bundle.slotBytes)).toBe(
      true,
    );
    expect(await starts(disk, bundle)).toBe(true);
    expect(bytes.subarray(2 * mib, 4 * mib).equals(bundle.esp)).toBe(true);
    expect(bytes.subarray(0, 440).equals(await readFile(join(bundle.parts, 'boot.img')))).toBe(
      true,
    );

    const choiceAt = (startMiB['choice'] ?? 0) * mib;
    expect(bytes.subarray(choiceAt, choiceAt + bundle.choice.length).equals(bundle.choice)).toBe(
      true,
    );

    expect(await inIdentity('number')).toBe('3');
    expect(await inIdentity('role')).toBe('station');
    expect(await inIdentity('site.json')).toBe('{}');
    const data = await partition('data', diskMiB - 1 - (startMiB['data'] ?? 0));
    const uuid = run('blkid', '--probe', '--match-tag', 'UUID', '--output', 'value', data).trim();
    expect(uuid).toBe(await inIdentity('data-uuid'));
    run('e2fsck', '-fn', data);
    expect(run('dumpe2fs', '-h', data)).toContain(
      `${(diskMiB - 1 - (startMiB['data'] ?? 0)) * 1024}`,
    );
  });

  it('is another PC each time: no two have the same data or table [INS4]', async () => {
    await install(bundle, disk);
    const first = [
      await inIdentity('data-uuid'),
      run('sgdisk', '--print', disk).match(/GUID.*/)?.[0],
    ];
    await install(bundle, disk);
    expect(await inIdentity('data-uuid')).not.toBe(first[0]);
    expect(run('sgdisk', '--print', disk)).not.toContain(first[1]);
  });

  it('asks for the word again once it is whole [INS3]', async () => {
    await install(bundle, disk);
    expect(await stateOf(disk)).toBe('data');
  });

  it('is gone on with, and starts nothing, wherever the power went [INS4]', async () => {
    await makeBlankDisk(disk, 'somebody’s');
    const { told } = await install(bundle, disk);
    for (let cut = 1; cut < told.length; cut += 1) {
      await makeBlankDisk(disk, 'somebody’s');
      expect((await install(bundle, disk, cut)).code).toBeNull();
      expect(await starts(disk, bundle)).toBe(false);
      // Before the first write it is what it was; after it the technician is asked nothing twice.
      expect(await stateOf(disk)).toMatch(
        told[cut - 1] === 'table 0 1' ? /data|unfinished/ : /^unfinished$/,
      );
      expect((await install(bundle, disk)).code).toBe(0);
      expect(await starts(disk, bundle)).toBe(true);
    }
  });

  it('is nothing that starts where the system is not the one that was signed [INS2]', async () => {
    const other = { ...bundle, sha256: 'f'.repeat(64) };
    expect((await install(other, disk)).code).not.toBe(0);
    expect(await starts(disk, bundle)).toBe(false);
    expect(await stateOf(disk)).toBe('unfinished');
  });

  it('is nothing that starts where the disk can’t be written [INS4]', async () => {
    expect((await install(bundle, '/dev/full')).code).not.toBe(0);
  });
});
