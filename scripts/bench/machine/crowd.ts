import * as z from 'zod';
import { monotonicMs } from './clocks.ts';
import { forkWorker } from './fork-worker.ts';
import type { Worker } from './fork-worker.ts';

/** What one of a crowd tells: it is ready to go on, or it is done, at a moment on the monotonic clock, ms. */
export const fromCrowdSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('ready') }),
  z.strictObject({ kind: z.literal('done'), atMs: z.number() }),
]);
export type FromCrowd = z.infer<typeof fromCrowdSchema>;

/** Processes that are ready for the same thing. */
export interface Crowd {
  /** Lets them all go on at once. Resolves to how long each took, ms. */
  go(): Promise<readonly number[]>;
  close(): Promise<void>;
}

export interface CrowdMember {
  /** Tells `ready`, waits for a message, tells `done`, waits for another and ends. */
  readonly script: string;
  readonly words: readonly string[];
}

/** Starts them one after another, so that none hinders another in getting ready. */
export async function gather(members: readonly CrowdMember[]): Promise<Crowd> {
  const workers: Worker[] = [];
  for (const { script, words } of members) {
    const worker = forkWorker(script, words);
    workers.push(worker);
    await told(worker, ({ kind }) => (kind === 'ready' ? true : null));
  }
  return {
    async go() {
      const startedAt = monotonicMs();
      const done = workers.map((worker) =>
        told(worker, (said) => (said.kind === 'done' ? said.atMs : null)),
      );
      for (const { child } of workers) child.send('go');
      return (await Promise.all(done)).map((atMs) => atMs - startedAt);
    },
    async close() {
      for (const { child } of workers) if (child.connected) child.send('close');
      await Promise.all(workers.map(({ stop }) => stop()));
    },
  };
}

/** The first thing told that is wanted. */
function told<Wanted>(
  { child, failed }: Worker,
  pick: (said: FromCrowd) => Wanted | null,
): Promise<Wanted> {
  const heard = new Promise<Wanted>((resolve) => {
    const hear = (message: unknown) => {
      const picked = pick(fromCrowdSchema.parse(message));
      if (picked === null) return;
      child.off('message', hear);
      resolve(picked);
    };
    child.on('message', hear);
  });
  return Promise.race([failed, heard]);
}
