import * as z from 'zod';
import { nodeDisk } from '../../content/disk/node-disk.ts';
import type { Disk } from '../../content/disk/disk.ts';
import { nodeProcesses } from '../../content/disk/processes.ts';
import { openPackStore } from '../../content/store/pack-store.ts';
import type { PackStore } from '../../content/store/pack-store.ts';
import { systemRandomness } from '../../sync/machine/system-ports.ts';
import { isReanError, ReanError } from '../../shared/errors.ts';
import type { Language, Semver } from '../../shared/ids.ts';
import type { Randomness } from '../../shared/ports.ts';
import { terminalLanguage } from '../terminal-language.ts';
import { readAppVersion } from './app-version.ts';
import { tellPackFailure } from './tell-failure.ts';

/** What the pack commands touch outside themselves. */
export interface PackIo {
  readonly disk: Disk;
  readonly randomness: Randomness;
  appVersion(): Promise<Semver>;
  /** What the person reads ([AUT6]). */
  readonly language: Language;
  /** A line for the person, or one JSON value for a program. */
  print(line: string): void;
  complain(line: string): void;
  setExitCode(code: number): void;
}

/** The terminal, the disk and the chance of this PC. */
export function systemPackIo(): PackIo {
  return {
    disk: nodeDisk(),
    randomness: systemRandomness(),
    appVersion: () => readAppVersion(import.meta.dirname),
    language: terminalLanguage(process.env),
    print: (line) => console.log(line),
    complain: (line) => console.error(line),
    setExitCode: (code) => {
      process.exitCode = code;
    },
  };
}

/** Opens the store a command works on. Throws the store codes. */
export async function openStore(io: PackIo, folder: string): Promise<PackStore> {
  const { disk, randomness } = io;
  const appVersion = await io.appVersion();
  return openPackStore({ folder, appVersion, disk, randomness, processes: nodeProcesses() });
}

/**
 * Opens a store that has to be there already: asking about a mistyped folder must not make one.
 * Throws `config.invalid` where there is none.
 */
export async function openExistingStore(io: PackIo, folder: string): Promise<PackStore> {
  const names = (await io.disk.list(folder)).map((entry) => entry.name);
  if (!names.includes('packs')) {
    throw new ReanError('config.invalid', { path: folder, problem: 'no-store' });
  }
  return openStore(io, folder);
}

const jsonWanted = z.object({ json: z.literal(true) });

/**
 * Runs a command with the options it was `given`; a failure becomes its sentence, or with `--json`
 * its JSON, and its exit code.
 */
export async function orTellPackFailure(
  io: PackIo,
  given: unknown,
  work: () => Promise<void>,
): Promise<void> {
  try {
    await work();
  } catch (error) {
    const { sentence, exitCode } = tellPackFailure(error);
    const told = isReanError(error)
      ? { code: error.code, facts: error.facts }
      : { code: 'unexpected' };
    if (jsonWanted.safeParse(given).success)
      io.print(JSON.stringify({ error: { ...told, sentence } }));
    else io.complain(sentence);
    io.setExitCode(exitCode);
  }
}
