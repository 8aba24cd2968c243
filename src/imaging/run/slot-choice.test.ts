import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { choiceSector, formatChoice } from '../plan/boot-choice.ts';
import type { BootChoice } from '../plan/boot-choice.ts';
import { mebibyte, sectorBytes } from '../plan/disk-layout.ts';
import { writeAt } from './file-bytes.ts';

const script = join(import.meta.dirname, '../../../build/image/root/usr/lib/rean-image/slot');

/** The script that runs in the image, on a file instead of a partition. */
describe('which slot starts', () => {
  let folder: string;
  let device: string;

  const at = choiceSector * sectorBytes;
  const slot = (...words: readonly string[]) => execFileSync('sh', [script, ...words]).toString();
  const choose = (choice: BootChoice) => writeAt(device, at, formatChoice(choice));
  const shown = () => slot('show', device).trim().split('\n');
  const sector = async () => (await readFile(device)).subarray(at, at + sectorBytes);

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'rean-slot-'));
    device = join(folder, 'choice');
    writeFileSync(device, '');
    truncateSync(device, mebibyte);
    await choose({ good: 'a', trying: null, tried: false });
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is read as the build wrote it [IMG5]', async () => {
    expect(shown()).toEqual(['good=a', 'trying=', 'tried=']);
    await choose({ good: 'b', trying: 'a', tried: true });
    expect(shown()).toEqual(['good=b', 'trying=a', 'tried=1']);
  });

  it('is an update once, and what worked before stays good [IMG5]', async () => {
    slot('try', device, 'b');
    expect(await sector()).toEqual(
      Buffer.from(formatChoice({ good: 'a', trying: 'b', tried: false })),
    );
  });

  it('is the update from when it works on [IMG5]', async () => {
    await choose({ good: 'a', trying: 'b', tried: true });
    slot('works', device, 'b');
    expect(await sector()).toEqual(
      Buffer.from(formatChoice({ good: 'b', trying: null, tried: false })),
    );
  });

  it('is what it was once an update that was tried did not work [IMG5]', async () => {
    await choose({ good: 'a', trying: 'b', tried: true });
    slot('works', device, 'a');
    expect(shown()).toEqual(['good=a', 'trying=', 'tried=']);
  });

  it('stays an update that came before the one that runs said that it works [IMG5]', async () => {
    await choose({ good: 'a', trying: 'b', tried: false });
    slot('works', device, 'a');
    expect(shown()).toEqual(['good=a', 'trying=b', 'tried=']);
  });

  it('is one sector’s to say: nothing around it changes [IMG5]', async () => {
    await writeAt(device, at - 1, Buffer.from('x'));
    await writeAt(device, at + sectorBytes, Buffer.from('y'));
    slot('works', device, 'b');
    const bytes = await readFile(device);
    expect(bytes).toHaveLength(mebibyte);
    expect(bytes.subarray(at - 1, at).toString()).toBe('x');
    expect(bytes.subarray(at + sectorBytes, at + sectorBytes + 1).toString()).toBe('y');
  });

  it('is none that there isn’t', () => {
    expect(spawnSync('sh', [script, 'works', device, 'c']).status).toBe(64);
    expect(spawnSync('sh', [script]).status).toBe(64);
    expect(shown()).toEqual(['good=a', 'trying=', 'tried=']);
  });
});
