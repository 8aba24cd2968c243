import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import * as z from 'zod';
import { ReanError } from '../../shared/errors.ts';
import type { Randomness } from '../../shared/ports.ts';
import { sourceName } from '../build/read-source.ts';
import type { Disk } from '../disk/disk.ts';
import { randomName, writeDurably, writeSynced } from '../disk/durable-file.ts';
import { processMarkSchema } from '../disk/processes.ts';
import type { Processes } from '../disk/processes.ts';
import type { ForeignPart } from './importer.ts';

export interface StagingTools {
  readonly disk: Disk;
  readonly randomness: Randomness;
  readonly processes: Processes;
}

/** Hidden, so that a build passes it over; in the source folder, so that a rename is enough at the end. */
const prefix = '.rean-import-';
const ownerName = 'owner.json';
const planName = 'plan.json';

/** What the last step moves. Written before it begins, so that one cut off can be taken back ([FRN3]). */
const planSchema = z.object({
  /** SHA-256 of `pack.source.json` as it will be. */
  after: z.string(),
  /** Files and folders that come, and those that make room for them. */
  puts: z.array(z.string()),
  outs: z.array(z.string()),
});
type Plan = z.infer<typeof planSchema>;

/** Everything an import writes, aside, until it is put into place in one go ([FRN3]). */
export class Staging {
  readonly #tools: StagingTools;
  readonly #into: string;
  readonly #folder: string;
  readonly #puts = new Set<string>();

  private constructor(tools: StagingTools, into: string) {
    this.#tools = tools;
    this.#into = into;
    this.#folder = join(into, `${prefix}${randomName(tools.randomness)}`);
  }

  /** Begins in `into`, which is made where it is not there. */
  static async begin(tools: StagingTools, into: string): Promise<Staging> {
    const staging = new Staging(tools, into);
    try {
      await tools.disk.makeFolder(staging.#folder);
      const owner = new TextEncoder().encode(JSON.stringify(await tools.processes.self()));
      await writeSynced(tools.disk, join(staging.#folder, ownerName), owner, 0o644);
      return staging;
    } catch (error) {
      await staging.end();
      throw error;
    }
  }

  /** Writes a file of what will become `put`: itself, or a folder above it. */
  async write(put: string, part: ForeignPart): Promise<void> {
    const { disk } = this.#tools;
    const path = join(this.#folder, 'new', part.path);
    this.#puts.add(put);
    await disk.makeFolder(dirname(path));
    await disk.remove(path);
    const file = await disk.createFile(path, 0o644);
    try {
      for await (const chunk of part.open()) await file.write(chunk);
      await file.sync();
    } finally {
      await file.close();
    }
  }

  async writeText(put: string, text: string): Promise<void> {
    await this.write(put, { path: put, open: () => bytesOf(text) });
  }

  /** Forgets what was written for `puts`: their file turned out to be bad. */
  async discard(puts: Iterable<string>): Promise<void> {
    for (const put of puts) {
      if (this.#puts.delete(put)) await this.#tools.disk.remove(join(this.#folder, 'new', put));
    }
  }

  /**
   * Puts everything into place; `source` last, in one step. Whatever goes wrong before that step leaves
   * the folder as it was. Throws `store.in-use` where somebody changed the source meanwhile.
   */
  async commit(before: Uint8Array | null, source: string): Promise<void> {
    const { disk, randomness } = this.#tools;
    const bytes = new TextEncoder().encode(source);
    const outs: string[] = [];
    for (const put of this.#puts) if (await exists(disk, this.#into, put)) outs.push(put);
    const plan: Plan = { after: sha256(bytes), puts: [...this.#puts], outs };
    const planBytes = new TextEncoder().encode(JSON.stringify(plan));
    await writeSynced(disk, join(this.#folder, planName), planBytes, 0o644);
    const path = join(this.#into, sourceName);
    for (const out of outs) await move(disk, join(this.#into, out), join(this.#folder, 'old', out));
    for (const put of plan.puts) {
      await move(disk, join(this.#folder, 'new', put), join(this.#into, put));
    }
    if (!same(await disk.readFile(path), before)) {
      throw new ReanError('store.in-use', { folder: this.#into, pid: null });
    }
    const staging = this.#folder;
    await writeDurably(disk, randomness, { path, bytes, mode: 0o644, staging });
  }

  /** Clears up, having taken back what was not finished; a folder that is empty then goes too. */
  async end(): Promise<void> {
    const { disk } = this.#tools;
    await takeBack(disk, this.#into, this.#folder);
    if ((await disk.list(this.#into)).length === 0) await disk.remove(this.#into);
  }
}

/**
 * Takes back every import into `into` that was cut off. Throws `store.in-use` with the `pid` of one that is
 * still running.
 */
export async function recoverImports(tools: StagingTools, into: string): Promise<void> {
  for (const { name } of await tools.disk.list(into)) {
    if (!name.startsWith(prefix)) continue;
    const owner = await readJson(tools.disk, join(into, name, ownerName), processMarkSchema);
    if (owner !== null && (await tools.processes.isRunning(owner))) {
      throw new ReanError('store.in-use', { folder: into, pid: owner.pid });
    }
    await takeBack(tools.disk, into, join(into, name));
  }
}

async function takeBack(disk: Disk, into: string, folder: string): Promise<void> {
  const plan = await readJson(disk, join(folder, planName), planSchema);
  const now = await disk.readFile(join(into, sourceName));
  const isDone = plan !== null && now !== null && sha256(now) === plan.after;
  if (plan !== null && !isDone) {
    for (const put of plan.puts) {
      if (!(await exists(disk, join(folder, 'new'), put)) && !plan.outs.includes(put)) {
        await disk.remove(join(into, put));
      }
      const above = dirname(put);
      const isEmpty = above !== '.' && (await disk.list(join(into, above))).length === 0;
      if (isEmpty) await disk.remove(join(into, above));
    }
    for (const out of plan.outs) {
      if (!(await exists(disk, join(folder, 'old'), out))) continue;
      await disk.remove(join(into, out));
      await move(disk, join(folder, 'old', out), join(into, out));
    }
  }
  await disk.remove(folder);
}

async function move(disk: Disk, from: string, to: string): Promise<void> {
  await disk.makeFolder(dirname(to));
  await disk.rename(from, to);
}

async function exists(disk: Disk, folder: string, path: string): Promise<boolean> {
  const whole = join(folder, path);
  const names = await disk.list(dirname(whole));
  return names.some(({ name }) => join(dirname(whole), name) === whole);
}

async function readJson<Value>(
  disk: Disk,
  path: string,
  schema: z.ZodType<Value>,
): Promise<Value | null> {
  const bytes = await disk.readFile(path);
  try {
    const value: unknown = JSON.parse(Buffer.from(bytes ?? []).toString('utf8'));
    return schema.safeParse(value).data ?? null;
  } catch {
    return null;
  }
}

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

const same = (a: Uint8Array | null, b: Uint8Array | null) =>
  a === null || b === null ? a === b : Buffer.from(a).equals(b);

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(new TextEncoder().encode(text));
}
