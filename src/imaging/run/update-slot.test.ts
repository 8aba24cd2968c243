import { createHash } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { formatManifest } from '../plan/image-manifest.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const script = join(import.meta.dirname, '../../../build/image/root/usr/lib/rean-image/update');
const headBytes = 4096;

/** The script that runs in the image, with files instead of a stick and a slot. */
describe('an update’s file', () => {
  let folder: string;
  let [file, slot] = ['', ''];
  const bytes = Buffer.from(Array.from({ length: 300_001 }, (_, at) => (at * 7) % 251));
  const sum = createHash('sha256').update(bytes).digest('hex');

  const write = (size = bytes.length, expected = sum) =>
    spawnSync('sh', [script, 'write', file, String(size), expected, slot], { encoding: 'utf8' });
  const headOfSlot = () => readFileSync(slot).subarray(0, headBytes);

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'rean-update-'));
    [file, slot] = [join(folder, 'new.squashfs'), join(folder, 'os-b')];
    writeFileSync(file, bytes);
    writeFileSync(slot, 'what was there before');
    truncateSync(slot, 1024 ** 2);
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('lies in the slot, whole [IMG9]', () => {
    expect(write().status).toBe(0);
    expect(readFileSync(slot).subarray(0, bytes.length).equals(bytes)).toBe(true);
    expect(readFileSync(slot)).toHaveLength(1024 ** 2);
  });

  it.each([
    ['has another checksum', bytes.length, 'f'.repeat(64)],
    ['was cut off on the way', bytes.length + 1, sum],
  ])('that %s is never taken for a system [IMG9]', (_, size, expected) => {
    const written = write(size, expected);
    expect(written.status).toBe(6);
    expect(written.stderr).toContain('rean-update: damaged');
    // Either the slot was not touched, or its beginning is gone.
    const head = headOfSlot();
    const isNone = head.every((byte) => byte === 0);
    expect(isNone || head.toString().startsWith('what was there before')).toBe(true);
  });

  it('is found in the list of what was built, as the build wrote it [IMG9]', () => {
    const list = join(folder, 'rean-station.json');
    const files = [
      { name: 'rean-station.img', bytes: 8_589_934_592, sha256: 'a'.repeat(64) },
      { name: 'rean-station.squashfs', bytes: bytes.length, sha256: sum },
    ];
    const about = { format: 1, role: 'station', version: '0.1.0', site: 'cem-1' } as const;
    writeFileSync(list, formatManifest({ ...about, files }));
    const read = spawnSync('sh', [script, 'read', list, 'rean-station.squashfs'], {
      encoding: 'utf8',
    });
    expect(read.stdout.trim().split('\n')).toEqual([
      'station',
      'cem-1',
      '0.1.0',
      String(bytes.length),
      sum,
    ]);
  });

  it('that does not fit into the slot ends in none, and says so [IMG9]', () => {
    const full = spawnSync('sh', [script, 'write', file, String(bytes.length), sum, '/dev/full'], {
      encoding: 'utf8',
    });
    expect(full.status).toBe(7);
    expect(full.stderr).toContain('rean-update: disk');
  });
});
