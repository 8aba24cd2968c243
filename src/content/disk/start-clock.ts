import { readFile } from 'node:fs/promises';
import { uptime } from 'node:os';
import type { SinceStart } from '../../domain/netboot/time-left.ts';

/** Tells which start of this PC it is, and how long ago. */
export type StartClock = () => Promise<SinceStart>;

/** This PC's own, as its kernel has it. */
export const machineStartClock: StartClock = async () => ({
  boot: (await readFile('/proc/sys/kernel/random/boot_id', 'utf8')).trim(),
  sinceMs: Math.round(uptime() * 1000),
});
