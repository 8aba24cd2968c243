import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../factories/temporary-folder.ts';

interface Ended {
  readonly code: unknown;
  readonly said: string;
  readonly complaint: string;
}

/** Runs `npm start -- words` without npm, on a data folder and a screen that are not there. */
async function start(...words: readonly string[]): Promise<Ended> {
  const script = join(import.meta.dirname, '..', '..', 'scripts', 'start.ts');
  const { DISPLAY: _, WAYLAND_DISPLAY: __, ...rest } = process.env;
  const env = { ...rest, REAN_DATA: join(await temporaryFolder(), 'lab') };
  return new Promise((resolve) => {
    execFile(process.execPath, [script, ...words], { env }, (error, said, complaint) => {
      resolve({ code: error?.code ?? 0, said, complaint });
    });
  });
}

describe('npm start', () => {
  it('[RUN1] refuses a word it does not know before it sets anything up', async () => {
    const { code, said, complaint } = await start('--xvfb', '--port', '3');
    expect({ code, said }).toEqual({ code: 1, said: '' });
    expect(complaint).toBe("error: unknown option '--port'\n");
  });

  it('[RUN1] refuses a value it can not use before it sets anything up', async () => {
    const { code, said, complaint } = await start('--xvfb', '--stations', '99');
    expect({ code, said }).toEqual({ code: 78, said: '' });
    expect(complaint).toMatch(/^The option --stations can't be read\./);
  });

  it('[RUN1] tells its words without a screen and without setting anything up', async () => {
    const { code, said, complaint } = await start('--help');
    expect({ code, complaint }).toEqual({ code: 0, complaint: '' });
    expect(said).toMatch(/--reset[^]*--xvfb/);
  });

  it('[RUN5] starts nothing without a screen, and says how to get one', async () => {
    const { code, said, complaint } = await start();
    expect({ code, said }).toEqual({ code: 1, said: '' });
    expect(complaint).toContain('npm start -- --xvfb');
  });
});
