import { execFile } from 'node:child_process';
import * as z from 'zod';
import { ReanError } from '../../shared/errors.ts';
import type { Power } from '../../shared/ports.ts';

type How = Parameters<Power['go']>[0];

/** logind's own command, by its absolute path: nothing that a search path, or a shell, could lead elsewhere. */
const systemctl = '/usr/bin/systemctl';
const verbs = { restart: 'reboot', 'power-off': 'poweroff' } as const;
/** How long the system gets to say whether it will, ms. */
const saysWithinMs = 10_000;
/** Of what a program says of itself. */
const saidLimit = 300;

/** What the process ends with where whoever started it is to start it anew, after ERESTART. */
export const exitToRestart = 85;

/**
 * What the machine's image sets for the units of station and hub: that the PC is Rean's to restart and to switch off.
 * Without it a PC is never touched.
 */
const settingSchema = z.looseObject({ REAN_POWER: z.enum(['machine', 'app']).default('app') });

/**
 * @param own what ends Rean alone, or starts it anew, where the PC is not its own
 * @throws ReanError `config.invalid` for a setting that is none
 */
export function powerFrom(env: Readonly<Record<string, string | undefined>>, own: Power): Power {
  const read = settingSchema.safeParse(env);
  if (!read.success) {
    throw new ReanError('config.invalid', { path: 'REAN_POWER', at: 'environment' }, read.error);
  }
  return read.data.REAN_POWER === 'machine' ? machinePower : own;
}

/** What the system is asked. It asks nobody for a password: who may not is refused. */
export const systemctlWords = (how: How): readonly string[] => ['--no-ask-password', verbs[how]];

const machinePower: Power = { go: (how) => refusalOf(systemctl, systemctlWords(how)) };

/** Runs a program; null where it says that all is well, else what it said. Exported for its test. */
export function refusalOf(program: string, words: readonly string[]): Promise<string | null> {
  const options = { timeout: saysWithinMs, env: { LC_ALL: 'C' }, windowsHide: true };
  return new Promise((resolve) => {
    execFile(program, [...words], options, (error, _out, said) => {
      if (error === null) resolve(null);
      else resolve((said.trim() || error.message).slice(0, saidLimit));
    });
  });
}
