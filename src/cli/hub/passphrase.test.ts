import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../../tests/factories/temporary-folder.ts';
import { readPassphrase } from './passphrase.ts';

async function fileWith(text: string): Promise<string> {
  const file = join(await temporaryFolder(), 'passphrase');
  await writeFile(file, text);
  return file;
}

describe('[BAK3] a passphrase from a file', () => {
  it('is its first line', async () => {
    const file = await fileWith('rice moon drum lotus\r\nnot this');
    expect(await readPassphrase({ file, twice: false })).toBe('rice moon drum lotus');
  });

  it('is none where the file is empty or not there', async () => {
    const file = await fileWith('\n');
    const none = { code: 'config.invalid', facts: { problem: 'no-passphrase' } };
    await expect(readPassphrase({ file, twice: false })).rejects.toMatchObject(none);
    const nowhere = { code: 'config.invalid', facts: { problem: 'ENOENT' } };
    const missing = readPassphrase({ file: `${file}-not`, twice: false });
    await expect(missing).rejects.toMatchObject(nowhere);
  });
});
