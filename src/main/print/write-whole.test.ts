import { mkdir, readFile, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../../tests/factories/temporary-folder.ts';
import { writeWhole } from './write-whole.ts';

describe('[PRN1] a file that is saved', () => {
  it('takes the place of what was there, for its owner only', async () => {
    const folder = await temporaryFolder();
    const path = join(folder, 'record.pdf');
    await writeWhole(path, Buffer.from('first'));
    await writeWhole(path, Buffer.from('second'));
    expect(await readFile(path, 'utf8')).toBe('second');
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect(await readdir(folder)).toEqual(['record.pdf']);
  });

  it('leaves nothing behind where it can’t be written', async () => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, 'record.pdf'));
    const writing = writeWhole(join(folder, 'record.pdf'), Buffer.from('a'));
    await expect(writing).rejects.toMatchObject({ code: 'file.unwritable' });
    expect(await readdir(folder)).toEqual(['record.pdf']);
  });
});
