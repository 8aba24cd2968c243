import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { scratchFolder } from './scratch-folder.ts';
import { xAuthority } from './x-authority.ts';
import { startXvfb } from './xvfb.ts';

const size = { width: 1280, height: 800 };

/** A program in the place of the X server. */
async function server(script: string): Promise<string> {
  const file = join(await scratchFolder(), 'server');
  await writeFile(file, `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  return file;
}

describe('the virtual display', () => {
  it('is the number its server chose, with a cookie of its own, and ends when told', async () => {
    const ends = join(await scratchFolder(), 'ended');
    const program = await server(
      `trap 'echo "$@" > ${ends}; kill $child; exit 0' TERM
       sleep 600 & child=$!
       echo 42 >&3; exec 3>&-; wait`,
    );
    const display = await startXvfb(size, program);
    const { DISPLAY, XAUTHORITY } = display.environment;
    expect(DISPLAY).toBe(':42');
    expect((await readFile(XAUTHORITY)).length).toBeGreaterThan(16);
    await display.stop();
    expect(await readFile(ends, 'utf8')).toContain(`-screen 0 1280x800x24 -nolisten tcp -auth`);
    expect(existsSync(dirname(XAUTHORITY))).toBe(false);
  });

  it('says what its server complained of when it did not start', async () => {
    const program = await server(`echo 'no free display' >&2; exit 1`);
    await expect(startXvfb(size, program)).rejects.toMatchObject({
      code: 'display-failed',
      explanation: { happened: 'The virtual display did not start (no free display).' },
    });
  });

  it('says so when there is no such server', async () => {
    await expect(startXvfb(size, 'no-such-server-of-rean')).rejects.toMatchObject({
      code: 'display-failed',
      explanation: { next: expect.stringContaining('Xvfb is installed') },
    });
  });
});

describe('the file of its cookie', () => {
  it('is in the format of Xau(3): any host, any display, one magic cookie', () => {
    const cookie = Buffer.from('00112233445566778899aabbccddeeff', 'hex');
    expect(xAuthority(cookie).toString('hex')).toBe(
      `ffff00000000${'0012'}${Buffer.from('MIT-MAGIC-COOKIE-1').toString('hex')}${'0010'}${cookie.toString('hex')}`,
    );
  });
});
