import { createWriteStream } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { describe, expect, it } from 'vitest';
import { ZipFile } from 'yazl';
import { placeRuntimeFile } from './assemble.ts';
import { scratchFolder } from './scratch-folder.ts';
import { unzip } from './unzip.ts';

interface Packed {
  readonly name: string;
  readonly content: string;
  readonly mode: number;
}

async function zipOf(files: readonly Packed[]): Promise<string> {
  const file = join(await scratchFolder(), 'runtime.zip');
  const zip = new ZipFile();
  for (const { name, content, mode } of files) zip.addBuffer(Buffer.from(content), name, { mode });
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(file));
  return file;
}

describe('unzipping', () => {
  it('writes the wanted regular files under their new names, executables executable', async () => {
    const zip = await zipOf([
      { name: 'Cypress/Cypress', content: 'program', mode: 0o100755 },
      { name: 'Cypress/locales/en-US.pak', content: 'texts', mode: 0o100644 },
      { name: 'Cypress/resources/app/index.js', content: 'the host', mode: 0o100644 },
      { name: 'Cypress/chrome-sandbox', content: 'helper', mode: 0o104777 },
      { name: 'Cypress/link', content: '/etc/passwd', mode: 0o120777 },
    ]);
    const target = await scratchFolder();
    await unzip(zip, target, placeRuntimeFile);
    expect((await readdir(target, { recursive: true })).toSorted()).toEqual([
      'chrome-sandbox',
      'electron',
      'locales',
      join('locales', 'en-US.pak'),
    ]);
    expect(await readFile(join(target, 'electron'), 'utf8')).toBe('program');
    expect((await stat(join(target, 'electron'))).mode & 0o7777).toBe(0o755);
    expect((await stat(join(target, 'chrome-sandbox'))).mode & 0o7777).toBe(0o755);
  });
});

describe('the test runtime', () => {
  it("keeps Electron and leaves the host app's own parts out", () => {
    expect(placeRuntimeFile('Cypress/Cypress')).toBe('electron');
    expect(placeRuntimeFile('Cypress/icudtl.dat')).toBe('icudtl.dat');
    expect(placeRuntimeFile('Cypress/v8_context_snapshot.bin')).toBe('v8_context_snapshot.bin');
    expect(placeRuntimeFile('Cypress/browser_v8_context_snapshot.bin')).toBeUndefined();
    expect(placeRuntimeFile('Cypress/resources/app/package.json')).toBeUndefined();
    expect(placeRuntimeFile('elsewhere/icudtl.dat')).toBeUndefined();
  });
});
