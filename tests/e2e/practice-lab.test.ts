import { spawn } from 'node:child_process';
import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { root } from './test-lab.ts';

/** What `npm start` runs, as a person at the terminal meets it. */
describe('rean lab', () => {
  let parent: string;
  let data: string;
  let lab: ChildProcessWithoutNullStreams;
  let said = '';

  beforeAll(async () => {
    parent = await mkdtemp(join(tmpdir(), 'rean-practice-'));
    data = join(parent, 'lab');
    lab = start();
  });
  afterAll(async () => {
    lab.kill('SIGTERM');
    await rm(parent, { recursive: true, force: true });
  });

  const start = (...words: readonly string[]) => {
    said = '';
    const cli = join(root, 'dist', 'cli', 'rean.js');
    const env = { ...process.env, REAN_DATA: data };
    const child = spawn(process.execPath, [cli, 'lab', ...words], { env });
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        said += chunk.toString();
      });
    }
    return child;
  };
  const says = (words: string | RegExp) =>
    vi.waitUntil(() => said.match(words)?.[0], { timeout: 90_000 });
  const pidOf = (name: string) => Number(new RegExp(`${name} (\\d+)`).exec(said)?.[1]);
  const isAlive = (pid: number) => {
    try {
      return process.kill(pid, 0);
    } catch {
      return false;
    }
  };

  it('[RUN1] makes a lab with demo people and packs, and says how to sign in and stop', async () => {
    await says('The lab is running');
    expect(said).toContain(`Setting up a practice lab in ${data}`);
    expect(said).toContain('khmer-letters');
    expect(said).toMatch(/Sok Dara\).*: tile fish/);
    expect(said).toMatch(/Sao Somaly\), officer: [a-z-]+/);
    expect(said).toMatch(/Hub: https:\/\/127\.0\.0\.1:\d+/);
    expect(said).toContain('Ctrl-C');
    expect(said).not.toContain('did not start');
  });

  it('[RUN6] runs once on a folder', async () => {
    const first = said;
    const second = start();
    const [code] = await once(second, 'exit');
    expect({ code, said }).toEqual({ code: 75, said: expect.stringContaining('already running') });
    said = first;
  });

  it('[RUN6] ends, and its virtual screen with it, where another lab runs', async () => {
    const words = [join(root, 'scripts', 'start.ts'), '--xvfb'];
    const second = spawn(process.execPath, words, { env: { ...process.env, REAN_DATA: data } });
    const [code] = await once(second, 'exit');
    expect(code).toBe(75);
  });

  it('[RUN4] tells of a hub that was killed, and starts it again when its name is typed', async () => {
    process.kill(pidOf('hub'), 'SIGKILL');
    expect(await says(/hub was killed \(SIGKILL\).*/)).toContain('go on by themselves');
    lab.stdin.write('hub\n');
    expect(await says(/hub is started again, process \d+/)).toBeDefined();
  });

  it('[RUN4] stops everything in order on Ctrl-C', async () => {
    const pids = ['station-1', 'supervisor'].map(pidOf);
    pids.push(Number(/started again, process (\d+)/.exec(said)?.[1]));
    expect(pids.every(isAlive)).toBe(true);
    lab.kill('SIGINT');
    const [code] = await once(lab, 'exit');
    expect({ code, left: pids.filter(isAlive) }).toEqual({ code: 0, left: [] });
  });

  it('[RUN2] keeps its people for the next start, until a reset', async () => {
    const before = /Sao Somaly\), officer: \S+/.exec(said)?.[0] ?? '';
    lab = start();
    await says('The lab is running');
    expect(said).toContain(before);
    expect(said).not.toContain('Setting up');
    lab.kill('SIGINT');
    await once(lab, 'exit');
    lab = start('--reset');
    await says('The lab is running');
    expect(said).toContain(`Removed the lab in ${data}`);
    expect(said).not.toContain(before);
    lab.kill('SIGINT');
    await once(lab, 'exit');
    expect(await readdir(data)).toContain('rean-lab.json');
  });
});
