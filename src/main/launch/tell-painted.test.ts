import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Log } from '../../shared/ports.ts';
import { tellPainted } from './tell-painted.ts';

describe('that a window is in sight', () => {
  let folder: string;
  let told: string[];
  const note = (event: string) => void told.push(event);
  const log: Log = { info: note, warn: note, error: note };

  beforeEach(async () => {
    told = [];
    folder = await mkdtemp(join(tmpdir(), 'rean-painted-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('is a file, where the image of a PC waits for one [IMG5]', async () => {
    const path = join(folder, 'painted');
    await tellPainted({ REAN_PAINTED: path }, log);
    expect(existsSync(path)).toBe(true);
    expect(told).toEqual([]);
  });

  it('is told to nobody elsewhere', async () => {
    await tellPainted({}, log);
    expect(told).toEqual([]);
  });

  it.each([
    ['no path of its own', 'painted', 'painted.setting'],
    ['a folder that is not there', '/nowhere/painted', 'painted.file'],
  ])('that can’t be told stops nothing: %s [IMG5]', async (_, path, event) => {
    await tellPainted({ REAN_PAINTED: path }, log);
    expect(told).toEqual([event]);
  });
});
