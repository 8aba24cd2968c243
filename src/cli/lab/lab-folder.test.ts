import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isReanError } from '../../shared/errors.ts';
import { writeLabFile } from './lab-file.ts';
import { beginLabFolder, labFolder, removeLab } from './lab-folder.ts';

describe('labFolder', () => {
  it('[RUN2] is REAN_DATA, else in the user’s data folder; a relative XDG_DATA_HOME counts as unset', () => {
    expect(labFolder({ REAN_DATA: '/srv/lab', XDG_DATA_HOME: '/x' })).toBe('/srv/lab');
    expect(labFolder({ XDG_DATA_HOME: '/x' })).toBe('/x/rean/lab');
    const usual = join(homedir(), '.local/share/rean/lab');
    expect(labFolder({ XDG_DATA_HOME: 'x' })).toBe(usual);
    expect(labFolder({})).toBe(usual);
  });
});

describe('a lab’s folder', () => {
  let parent: string;
  let folder: string;
  const mark = (path: string) => writeFile(path, '');
  const refused = (work: Promise<unknown>) =>
    work.then(
      () => null,
      (error: unknown) => (isReanError(error, 'config.invalid') ? error.facts['problem'] : error),
    );

  beforeEach(async () => {
    parent = await mkdtemp(join(tmpdir(), 'rean-lab-'));
    folder = join(parent, 'lab');
  });
  afterEach(() => rm(parent, { recursive: true }));

  async function wholeLab() {
    await beginLabFolder(folder, mark);
    for (const name of ['hub', 'stations', 'publisher', 'packs', 'logs']) {
      await mkdir(join(folder, name));
      await writeFile(join(folder, name, 'file'), 'x');
    }
    await writeLabFile(folder, {
      v: 1,
      hubPort: 8643,
      stations: [{ name: 'station-1', kind: 'kiosk' }],
    });
  }

  it('[RUN3] is taken away by a reset, folder and all', async () => {
    await wholeLab();
    expect(await removeLab(folder)).toBe(true);
    expect(await readdir(parent)).toEqual([]);
  });

  it('[RUN3] keeps what somebody else put there', async () => {
    await wholeLab();
    await writeFile(join(folder, 'thesis.odt'), 'x');
    expect(await removeLab(folder)).toBe(true);
    expect(await readdir(folder)).toEqual(['thesis.odt']);
  });

  it('[RUN3] is not taken away where it holds no lab of ours', async () => {
    await mkdir(join(folder, 'hub'), { recursive: true });
    expect(await refused(removeLab(folder))).toBe('not-a-lab');
    expect(await readdir(folder)).toEqual(['hub']);
    expect(await removeLab(join(parent, 'nothing'))).toBe(false);
  });

  it('[RUN1] is begun anew after a set-up that was cut short, not among others’ files', async () => {
    await beginLabFolder(folder, mark);
    await mkdir(join(folder, 'hub'));
    await beginLabFolder(folder, mark);
    expect(await readdir(folder)).toEqual(['rean-lab.begun']);
    expect(await refused(beginLabFolder(parent, mark))).toBe('not-empty');
  });
});
