import { mkdtemp, readFile, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openRotatingFile } from './rotating-file.ts';

describe('openRotatingFile', () => {
  let folder: string;
  const line = (n: number) => `line ${String(n).padStart(4, '0')}\n`;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'rean-log-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('[WIN10] keeps only its share of the disk, and the newest lines', async () => {
    const path = join(folder, 'logs', 'log.jsonl');
    const write = openRotatingFile(path, { maxBytes: 100, kept: 2 });
    for (let n = 1; n <= 100; n += 1) write(line(n));
    expect((await readdir(join(folder, 'logs'))).sort()).toEqual([
      'log.jsonl',
      'log.jsonl.1',
      'log.jsonl.2',
    ]);
    expect(await readFile(path, 'utf8')).toMatch(/line 0100\n$/);
    for (const file of ['log.jsonl', 'log.jsonl.1', 'log.jsonl.2']) {
      expect((await stat(join(folder, 'logs', file))).size).toBeLessThanOrEqual(100);
    }
  });

  it('[WIN10] goes on in the file it finds', async () => {
    const path = join(folder, 'log.jsonl');
    openRotatingFile(path, { maxBytes: 100, kept: 1 })(line(1));
    openRotatingFile(path, { maxBytes: 100, kept: 1 })(line(2));
    expect(await readFile(path, 'utf8')).toBe(line(1) + line(2));
  });

  it('[WIN10] never stops the app: a file that cannot be written is silence', () => {
    const write = openRotatingFile(join(folder, 'log.jsonl'), { maxBytes: 100, kept: 1 });
    write(line(1));
    const blocked = openRotatingFile(folder, { maxBytes: 1e9, kept: 1 });
    expect(() => blocked(line(2))).not.toThrow();
  });
});
