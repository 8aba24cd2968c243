import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import * as z from 'zod';

/** As it ships: `built-program.ts` sees to it that it is of these very sources. */
export const reanProgram = join(import.meta.dirname, '../../dist/cli/rean.js');
const readySchema = z.object({
  event: z.literal('hub.ready'),
  url: z.url(),
  pid: z.number().int(),
});

/** A hub in a process of its own, as a technician or systemd starts it. */
export interface HubProcess {
  readonly url: string;
  readonly pid: number;
  /** Sends a signal and waits for the process to end; its exit code, null when the signal ended it. */
  end(signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null>;
}

/**
 * @param cwd where it is started; nothing of it may land there
 * @param port any free one unless given
 */
export async function startHubProcess(folder: string, cwd = folder, port = 0): Promise<HubProcess> {
  const words = [reanProgram, 'hub', 'run', '--data', folder, '--port', String(port)];
  const child = spawn(process.execPath, words, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = once(child, 'exit');
  const said = text(child.stderr);
  const first = once(createInterface({ input: child.stdout }), 'line');
  const failed = ended.then(async () => {
    throw new Error(`the hub did not start: ${await said}`);
  });
  // Later it may well end, without anybody waiting here.
  failed.catch(() => undefined);
  const [line]: readonly unknown[] = await Promise.race([first, failed]);
  const { url, pid } = readySchema.parse(JSON.parse(String(line)));
  return {
    url,
    pid,
    end: async (signal) => {
      child.kill(signal);
      await ended;
      return child.exitCode;
    },
  };
}

export interface Finished {
  readonly exitCode: number | null;
  readonly said: string;
}

/** Runs `rean` to its end. */
export async function rean(...words: readonly string[]): Promise<Finished> {
  const child = spawn(process.execPath, [reanProgram, ...words], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [said] = await Promise.all([text(child.stderr), text(child.stdout), once(child, 'exit')]);
  return { exitCode: child.exitCode, said };
}

/** What `rean` prints, run to its end. */
export async function printedBy(...words: readonly string[]): Promise<string> {
  const child = spawn(process.execPath, [reanProgram, ...words], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return text(child.stdout);
}
