import { describe, expect, it } from 'vitest';
import { seededRandomness } from '../../../tests/factories/seeded-randomness.ts';
import { temporaryFolder } from '../../../tests/factories/temporary-folder.ts';
import { nodeDisk } from '../../content/disk/node-disk.ts';
import { semverSchema } from '../../shared/ids.ts';
import { holdFolder } from '../../station/machine/hold-folder.ts';
import { removeCommand } from './remove-command.ts';

/** Runs `rean pack remove …` as a person would, apart from the terminal. */
async function remove(...line: readonly string[]) {
  const said: string[] = [];
  let exitCode = 0;
  const command = removeCommand({
    disk: nodeDisk(),
    randomness: seededRandomness(3),
    language: 'en',
    appVersion: () => Promise.resolve(semverSchema.parse('0.1.0')),
    print: (text) => said.push(text),
    complain: (text) => said.push(text),
    setExitCode: (code) => {
      exitCode = code;
    },
  });
  await command.parseAsync(['org.rean.tried', ...line], { from: 'user' });
  return { said: said.join('\n'), exitCode };
}

describe('[PKG26] rean pack remove', () => {
  it('asks for a hub or a station, and not for both', async () => {
    const where = { said: expect.stringContaining('--hub FOLDER, or --station'), exitCode: 78 };
    expect(await remove()).toEqual(where);
    expect(await remove('--hub', '/nowhere', '--station', '/nowhere')).toEqual(where);
  });

  it('makes no store where there is none', async () => {
    const folder = await temporaryFolder();
    const { said, exitCode } = await remove('--station', folder, '--json');
    expect(exitCode).toBe(78);
    expect(said).toContain('"code":"config.invalid"');
    expect(await nodeDisk().list(folder)).toEqual([]);
  });

  it('leaves a station alone that runs', async () => {
    const folder = await temporaryFolder();
    await holdFolder(folder);
    const { said, exitCode } = await remove('--station', folder);
    expect({ said, exitCode }).toEqual({
      said: `The station in ${folder} runs. Nothing was changed. Stop it, then try again.`,
      exitCode: 75,
    });
  });
});
