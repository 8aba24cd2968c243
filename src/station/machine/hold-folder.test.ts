import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { holdFolder } from './hold-folder.ts';

const holder = `
const { holdFolder } = await import(process.argv[1]);
process.stdout.write(String(await holdFolder(process.argv[2])) + '\\n');
process.stdin.resume();
`;

describe('holdFolder', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'rean-hold-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('[WIN8] gives a folder to one process only, whatever name it is called by', async () => {
    await symlink(folder, `${folder}-link`);
    expect(await holdFolder(folder)).toBe(true);
    expect(await holdFolder(folder)).toBe(false);
    expect(await holdFolder(`${folder}-link`)).toBe(false);
    await rm(`${folder}-link`);
  });

  it('[WIN8] gives it anew once its holder was killed', async () => {
    const module = join(import.meta.dirname, 'hold-folder.ts');
    const child = spawn(process.execPath, ['--input-type=module', '-e', holder, module, folder]);
    const [said] = await once(child.stdout, 'data');
    expect(String(said)).toBe('true\n');
    expect(await holdFolder(folder)).toBe(false);
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(await holdFolder(folder)).toBe(true);
  });
});
