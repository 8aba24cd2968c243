import { readFile } from 'node:fs/promises';
import * as z from 'zod';

/** A process, told from a later one that got the same number. */
export const processMarkSchema = z.strictObject({
  pid: z.number().int().positive(),
  /** Where the system tells it: the start, in clock ticks since boot. */
  started: z.string().nullable(),
});
export type ProcessMark = z.infer<typeof processMarkSchema>;

/** Who is running on this PC; injected. */
export interface Processes {
  self(): Promise<ProcessMark>;
  isRunning(mark: ProcessMark): Promise<boolean>;
}

/** The real processes. On systems without `/proc` the number alone decides. */
export function nodeProcesses(): Processes {
  return {
    self: async () => ({ pid: process.pid, started: await startOf(process.pid) }),
    isRunning: async ({ pid, started }) => exists(pid) && (await startOf(pid)) === started,
  };
}

function exists(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // someone else's process may not be signalled, yet it is there
    return z.object({ code: z.literal('EPERM') }).safeParse(error).success;
  }
}

/** Field 22 of `/proc/<pid>/stat` (proc(5)); the name in field 2 may hold spaces and brackets. */
async function startOf(pid: number): Promise<string | null> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
}
