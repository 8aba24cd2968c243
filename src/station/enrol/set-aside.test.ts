import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../../tests/factories/temporary-folder.ts';
import { setAside } from './set-aside.ts';

describe('[CLO2] a station that is set aside', () => {
  it('lies whole beside its folder, which is empty, also a second time', async () => {
    const folder = join(await temporaryFolder(), 'station');
    const config = '{"v":2}';
    const fill = async () => {
      await mkdir(join(folder, 'db'), { recursive: true });
      await writeFile(join(folder, 'station.json'), config);
    };
    for (const nth of [1, 2]) {
      await fill();
      expect(await setAside(folder)).toBe(`${folder}.set-aside-${nth}`);
      expect(await readdir(folder)).toEqual([]);
      expect(await readdir(`${folder}.set-aside-${nth}`)).toEqual(['db', 'station.json']);
    }
    expect(await readFile(`${folder}.set-aside-1/station.json`, 'utf8')).toBe(config);
  });

  it('is left alone where it is no station', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'work'), '');
    await expect(setAside(folder)).rejects.toMatchObject({ code: 'station.not-enrolled' });
    expect(await readdir(folder)).toEqual(['work']);
  });
});
