import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Ending, PieceCommand } from './piece.ts';
import { runLab } from './run-lab.ts';
import type { LabRun } from './run-lab.ts';

/** Stands in for a hub or window: ends with its standard input, or when told to close. */
const obedient = `
process.stdin.on('end', () => process.exit(0)).resume();
process.on('SIGUSR2', () => process.exit(0));
process.on('SIGHUP', () => process.exit(85));
console.log('up');
`;
const broken = `console.log('first'); console.log('no room'); process.exit(74);`;

const isAlive = (pid: number) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

describe('runLab', () => {
  let folder: string;
  let endings: { readonly name: string; readonly ending: Ending }[];
  let running: LabRun | undefined;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'rean-run-'));
    endings = [];
  });
  afterEach(async () => {
    await running?.stop();
    await rm(folder, { recursive: true });
  });

  const piece = (name: string, script = obedient): PieceCommand => ({
    name,
    program: process.execPath,
    words: ['-e', script],
    output: join(folder, `${name}.log`),
  });
  const start = async (hub = piece('hub')) => {
    running = await runLab({
      hub,
      stations: [piece('station-1'), piece('supervisor')],
      onEnded: (name, ending) => endings.push({ name, ending }),
    });
    return running;
  };
  const pidOf = (lab: LabRun, name: string) =>
    lab.pieces().find((piece) => piece.name === name)?.pid ?? 0;
  const isUp = (name: string) =>
    vi.waitFor(async () =>
      expect(await readFile(join(folder, `${name}.log`), 'utf8')).toBe('up\n'),
    );

  it('[RUN4] goes on without a hub that was killed, and starts it again when asked', async () => {
    const lab = await start();
    const killed = pidOf(lab, 'hub');
    process.kill(killed, 'SIGKILL');
    await vi.waitFor(() =>
      expect(endings).toEqual([{ name: 'hub', ending: { kind: 'killed', signal: 'SIGKILL' } }]),
    );
    expect(lab.pieces().map(({ name }) => name)).toEqual(['station-1', 'supervisor']);
    expect(await lab.startAgain('hub')).toBe('started');
    expect(await lab.startAgain('hub')).toBe('running');
    expect(await lab.startAgain('printer')).toBe('unknown');
    expect(pidOf(lab, 'hub')).not.toBe(killed);
  });

  it('[RUN4] tells of a hub that could not start, and keeps what it said', async () => {
    await start(piece('hub', broken));
    await vi.waitFor(() =>
      expect(endings).toEqual([{ name: 'hub', ending: { kind: 'failed', code: 74 } }]),
    );
    expect(await readFile(join(folder, 'hub.log'), 'utf8')).toBe('first\nno room\n');
  });

  it('[PWR3] starts a window anew that staff restart, and says nothing of it', async () => {
    const lab = await start();
    await isUp('station-1');
    const before = pidOf(lab, 'station-1');
    process.kill(before, 'SIGHUP');
    await vi.waitFor(() => {
      const now = pidOf(lab, 'station-1');
      expect(now).not.toBe(0);
      expect(now).not.toBe(before);
    });
    expect(endings).toEqual([]);
  });

  it('[RUN4] is over when the last window was closed by hand', async () => {
    const lab = await start();
    await Promise.all([isUp('station-1'), isUp('supervisor')]);
    process.kill(pidOf(lab, 'station-1'), 'SIGUSR2');
    await vi.waitFor(() => expect(endings.map(({ name }) => name)).toEqual(['station-1']));
    process.kill(pidOf(lab, 'supervisor'), 'SIGUSR2');
    await lab.over;
    expect(lab.pieces().map(({ name }) => name)).toEqual(['hub']);
  });

  it('[RUN4] leaves nothing running when stopped', async () => {
    const lab = await start();
    const pids = lab.pieces().map(({ pid }) => pid);
    expect(pids).toHaveLength(3);
    await lab.stop();
    await lab.over;
    expect(pids.filter(isAlive)).toEqual([]);
  });

  it('[RUN4] leaves nothing running even when it is killed itself', async () => {
    const launcher = `
const { startPiece } = await import(process.argv[1]);
const piece = await startPiece(JSON.parse(process.argv[2]));
console.log(piece.pid);
`;
    const words = [join(import.meta.dirname, 'piece.ts'), JSON.stringify(piece('hub'))];
    const lab = spawn(process.execPath, ['--input-type=module', '-e', launcher, ...words]);
    const [said] = await once(lab.stdout, 'data');
    const pid = Number(String(said));
    expect(isAlive(pid)).toBe(true);
    lab.kill('SIGKILL');
    await vi.waitFor(() => expect(isAlive(pid)).toBe(false));
  });
});
