import { mkdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../../tests/factories/temporary-folder.ts';
import { nodeDisk } from '../../content/disk/node-disk.ts';
import { siteIdSchema, stationIdSchema } from '../../shared/ids.ts';
import { systemRandomness } from '../../sync/machine/system-ports.ts';
import { diskOfFolder, serialOf } from './disk-of-folder.ts';
import { hardwareTraitsOf } from './machine-traits.ts';
import type { MachineFacts } from './machine-traits.ts';
import { ownPcName, standsElsewhere } from './own-pc.ts';

const of = {
  site: siteIdSchema.parse('site-abcdefgh'),
  station: stationIdSchema.parse('st-aaaaaaaa'),
};
const pc: MachineFacts = { board: ['b1'], cards: ['m1'], system: 's1', disk: 'd1' };
const none: MachineFacts = { board: [], cards: [], system: null };

async function at(first: MachineFacts) {
  const folder = await temporaryFolder();
  const own = { folder, disk: nodeDisk(), randomness: systemRandomness() };
  const on = (facts: MachineFacts) =>
    standsElsewhere(own, { station: of.station, traits: hardwareTraitsOf(facts, of) });
  expect(await on(first)).toBe(false);
  return { on, file: join(folder, ownPcName) };
}

describe('[FBT4] a station knows its own PC', () => {
  it.each([
    ['started again', pc, false],
    ['with another network card', { ...pc, cards: ['m2'] }, false],
    ['with another board that has its card on it', { ...pc, board: ['b2'], cards: ['m2'] }, false],
    ['its disk moved to another PC', { ...none, board: ['b2'], cards: ['m2'], disk: 'd1' }, false],
    ['on another disk', { ...pc, disk: 'd2' }, false],
    ['that can say nothing of itself', none, false],
    ['whose system says another id alone', { ...none, system: 's2' }, false],
    [
      'a copy of its disk in another PC',
      { board: ['b2'], cards: ['m2'], system: 's1', disk: 'd2' },
      true,
    ],
    ['a copy in one that tells only its card', { ...none, cards: ['m2'] }, true],
  ])('%s', async (_what, facts, elsewhere) => {
    const { on } = await at(pc);
    expect(await on(facts)).toBe(elsewhere);
    // Asked again, nothing was learned of a PC that is not its own.
    expect(await on(facts)).toBe(elsewhere);
  });

  it('part by part it may become a new one', async () => {
    const { on } = await at(pc);
    expect(await on({ ...pc, board: ['b2'] })).toBe(false);
    expect(await on({ ...pc, board: ['b2'], cards: ['m2'] })).toBe(false);
    expect(await on({ ...none, board: ['b2'], cards: ['m2'], disk: 'd2' })).toBe(false);
  });

  it('takes a file that says nothing, or nothing to be read, for one that is not there', async () => {
    const other = { ...none, cards: ['m9'] };
    for (const text of ['', '{"v":1', '{"v":2,"traits":[]}']) {
      const { on, file } = await at(pc);
      await writeFile(file, text);
      expect(await on(other)).toBe(false);
      expect(await on(pc)).toBe(true);
      expect(await readFile(file, 'utf8')).not.toContain('m9');
    }
  });
});

describe('[FBT4] the disk of a folder', () => {
  it('is told by its number, of the whole disk and not of a part', async () => {
    const sys = await temporaryFolder();
    const disk = join(sys, 'devices', 'nvme0n1');
    await mkdir(join(disk, 'nvme0n1p6'), { recursive: true });
    await mkdir(join(disk, 'device'));
    await writeFile(join(disk, 'nvme0n1p6', 'partition'), '6\n');
    await writeFile(join(disk, 'device', 'serial'), 'S4E1NX0M\n');
    const folder = await temporaryFolder();
    const { dev } = await stat(folder);
    const blocks = await temporaryFolder();
    expect(await diskOfFolder(folder, blocks)).toBeNull();
    const numbers = `${(dev >> 8) & 0xfff}:${(dev & 0xff) | ((dev >> 12) & 0xfff00)}`;
    await symlink(join(disk, 'nvme0n1p6'), join(blocks, numbers));
    expect(await diskOfFolder(folder, blocks)).toEqual({ name: 'nvme0n1', path: disk });
    expect(await serialOf({ name: 'nvme0n1', path: disk })).toBe('S4E1NX0M');
    expect(await serialOf({ name: 'sda', path: folder })).toBeNull();
  });
});
