import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { integrityOf, verifyIntegrity } from './integrity.ts';
import { scratchFolder } from './scratch-folder.ts';

/** sha512 of `abc`; FIPS 180-2, appendix C.1. */
const abc =
  'sha512-3a81oZNherrMQXNJriBBMRLm+k6JqX6iCp7u5ktV05ohkpkqJ0/BqDa6PCOj/uu9RU1EI2Q86A4qmslPpUyknw==';

async function fileOf(content: string): Promise<string> {
  const file = join(await scratchFolder(), 'package.tgz');
  await writeFile(file, content);
  return file;
}

describe('the checksum of a download', () => {
  it("is the file's sha512 in npm's spelling", async () => {
    expect(await integrityOf(await fileOf('abc'))).toBe(abc);
  });

  it('lets the pinned file pass', async () => {
    await expect(verifyIntegrity(await fileOf('abc'), abc)).resolves.toBeUndefined();
  });

  it('refuses any other file and says what that means and what to do', async () => {
    await expect(verifyIntegrity(await fileOf('abd'), abc)).rejects.toMatchObject({
      code: 'checksum-mismatch',
      explanation: {
        happened: expect.stringContaining('is not the one this version of Rean expects'),
        means: expect.stringContaining('was not run'),
        next: expect.stringContaining('Run the command again'),
      },
    });
  });
});
