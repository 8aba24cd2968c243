import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { machineStartClock } from '../../content/disk/start-clock.ts';
import type { StartClock } from '../../content/disk/start-clock.ts';
import { timeLeft } from '../../domain/netboot/time-left.ts';
import {
  netbootMs,
  netbootRequestSchema,
  netbootServiceSchema,
} from '../../shared/contracts/netboot.ts';
import type { NetbootProblem } from '../../shared/contracts/netboot.ts';
import { ReanError } from '../../shared/errors.ts';
import type { StaffId } from '../../shared/ids.ts';

/** How the door stands: who opened it, and for how long it is still open. */
export interface DoorStanding {
  readonly phase: 'off' | 'opening' | 'on';
  readonly leftMs: number;
  readonly by: StaffId | null;
  readonly problem: NetbootProblem | null;
  readonly pcs: number;
}

export interface NetbootDoor {
  /** Asks the hub's PC to install others for an hour; where that is asked already, nothing changes. */
  open(by: StaffId): Promise<void>;
  close(): Promise<void>;
  standing(): Promise<DoorStanding>;
}

/**
 * The door as two files ([PXE1]): what the hub asks lies in a folder of its own, and a service of the system, which
 * may listen where the hub may not, looks at it and says in another how it goes. Both folders are memory, and gone
 * when the PC starts anew.
 */
export class FolderDoor implements NetbootDoor {
  readonly #folder: string;
  readonly #request: string;
  readonly #service: string;
  readonly #clock: StartClock;

  constructor(folder: string, service: string, clock: StartClock = machineStartClock) {
    this.#folder = folder;
    this.#request = join(folder, 'open');
    this.#service = join(service, 'state.json');
    this.#clock = clock;
  }

  async open(by: StaffId): Promise<void> {
    const { boot, sinceMs } = await this.#clock();
    if ((await this.#asked()) !== null) return;
    const request = { v: 1, boot, untilMs: sinceMs + netbootMs, by } as const;
    await mkdir(this.#folder, { recursive: true });
    // Under its own name it appears whole: the service starts at its first sight.
    const file = join(this.#folder, '.open.new');
    await writeFile(file, `${JSON.stringify(netbootRequestSchema.parse(request))}\n`);
    await rename(file, this.#request);
  }

  async close(): Promise<void> {
    await rm(this.#request, { force: true });
  }

  async standing(): Promise<DoorStanding> {
    const { boot } = await this.#clock();
    const asked = await this.#asked();
    const told = await readAs(this.#service, netbootServiceSchema);
    const said = told?.boot === boot ? told : null;
    const off = { phase: 'off', leftMs: 0, by: null, pcs: 0 } as const;
    if (asked === null) return { ...off, problem: said?.problem ?? null };
    const { by, untilMs, leftMs } = asked;
    if (said?.untilMs !== untilMs) {
      return { phase: 'opening', leftMs, by, problem: null, pcs: 0 };
    }
    if (said.problem !== null) return { ...off, problem: said.problem };
    return { phase: 'on', leftMs, by, problem: null, pcs: said.pcs };
  }

  async #asked() {
    const request = await readAs(this.#request, netbootRequestSchema);
    if (request === null) return null;
    const leftMs = timeLeft(request, await this.#clock());
    return leftMs > 0 ? { ...request, leftMs } : null;
  }
}

/** Null where there is none, or something else. */
async function readAs<Shape extends z.ZodType>(
  path: string,
  shape: Shape,
): Promise<z.output<Shape> | null> {
  try {
    return shape.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch {
    return null;
  }
}

const settingSchema = z.looseObject({
  REAN_NETBOOT: z.string().startsWith('/').max(200).optional(),
  REAN_NETBOOT_SERVICE: z.string().startsWith('/').max(200).optional(),
});

/**
 * The door of this PC, where its system has the service that goes with it.
 * @throws ReanError `config.invalid` for a setting that is none
 */
export function netbootFrom(
  env: Readonly<Record<string, string | undefined>>,
): NetbootDoor | undefined {
  const read = settingSchema.safeParse(env);
  if (!read.success) {
    const facts = { path: 'REAN_NETBOOT', at: 'environment' };
    throw new ReanError('config.invalid', facts, read.error);
  }
  const { REAN_NETBOOT: folder, REAN_NETBOOT_SERVICE: service } = read.data;
  return folder === undefined ? undefined : new FolderDoor(folder, service ?? `${folder}-service`);
}
