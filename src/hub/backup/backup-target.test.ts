import { describe, expect, it } from 'vitest';
import { foundAs, whileThere } from './backup-target.ts';

const [ext4, vfat, exFat] = [0xef53, 0x4d44, 0x2011bab0];

/** A step of a backup to a folder that is found as another one after it. */
function stepOn(type: number, before: [number, number], after: [number, number]) {
  const found = ([dev, ino]: [number, number]) => foundAs({ dev, ino }, type);
  const target = { to: '/stick', ...found(before) };
  const look = () => Promise.resolve(found(after));
  return whileThere(target, () => Promise.resolve('done'), look);
}

describe('[BAK1] a stick', () => {
  it.each([
    ['another disk is in its place', ext4, 2],
    ['another folder is in its place', ext4, 1],
    ['another disk is in its place, though it numbers no folders', vfat, 2],
  ])('counts as pulled out where %s', async (_words, type, dev) => {
    const gone = { code: 'backup.unwritable', facts: { problem: 'gone' } };
    await expect(stepOn(type, [1, 10], [dev, 11])).rejects.toMatchObject(gone);
  });

  it.each([vfat, exFat])(
    'is there still where it gives a folder other numbers (%i)',
    async (type) => {
      expect(await stepOn(type, [1, 10], [1, 11])).toBe('done');
    },
  );

  it('counts as pulled out where nothing is in its place', async () => {
    const target = { to: '/stick', ...foundAs({ dev: 1, ino: 1 }, vfat) };
    const step = whileThere(
      target,
      () => Promise.resolve('done'),
      () => Promise.resolve(null),
    );
    await expect(step).rejects.toMatchObject({ facts: { problem: 'gone' } });
  });
});
