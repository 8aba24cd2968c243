import { describe, expect, it } from 'vitest';
import { layDisk, leastDiskMiB, mebibyte, partitionOf, tableWords, uuidOf } from './disk-layout.ts';

describe('the partitions of a disk', () => {
  it('follow each other without a gap or an overlap, and leave both ends to the table [IMG3]', () => {
    const { partitions, sizeMiB } = layDisk(8192);
    expect(partitions.map(({ name }) => name)).toEqual([
      'bios',
      'esp',
      'os-a',
      'os-b',
      'identity',
      'choice',
      'data',
    ]);
    let next = 1;
    for (const { startMiB, sizeMiB: size } of partitions) {
      expect(startMiB).toBe(next);
      next += size;
    }
    expect(next).toBe(sizeMiB - 1);
  });

  it('have slots of one size, and give the rest to data [IMG3]', () => {
    const [small, large] = [layDisk(leastDiskMiB), layDisk(250_000)];
    expect(partitionOf(large, 'os-a').sizeMiB).toBe(partitionOf(large, 'os-b').sizeMiB);
    expect(partitionOf(small, 'os-a').sizeMiB).toBe(partitionOf(large, 'os-a').sizeMiB);
    expect(partitionOf(large, 'data').sizeMiB).toBeGreaterThan(240_000);
  });

  it('need a disk that is large enough', () => {
    expect(() => layDisk(leastDiskMiB - 1)).toThrow(
      expect.objectContaining({
        code: 'config.invalid',
        facts: expect.objectContaining({ problem: 'disk-small', leastDiskMiB }),
      }),
    );
  });

  it('are told to sgdisk in sectors, the last one included, with the same GUIDs each time [IMG8]', () => {
    const words = tableWords(layDisk(8192), 'disk.img', 'trial station 1.0.0');
    const sectors = mebibyte / 512;
    expect(words).toContain(`--new=1:${sectors}:${2 * sectors - 1}`);
    expect(words).toContain('--change-name=7:rean-data');
    expect(words.at(-1)).toBe('disk.img');
    expect(tableWords(layDisk(8192), 'disk.img', 'trial station 1.0.0')).toEqual(words);
    expect(tableWords(layDisk(8192), 'disk.img', 'trial station 1.0.1')).not.toEqual(words);
  });

  it('have GUIDs that are UUIDs', () => {
    expect(uuidOf('a', 'b')).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/,
    );
    expect(uuidOf('a', 'b')).not.toBe(uuidOf('a', 'c'));
  });
});
