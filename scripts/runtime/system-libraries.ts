import { execFile } from 'node:child_process';
import { access, constants, readFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { aptCommand, aptInstall } from './apt.ts';
import {
  isDebianLike,
  packagesFor,
  parseMissingLibraries,
  parseOsRelease,
} from './missing-libraries.ts';
import type { Reporter } from './reporter.ts';
import { SetupError } from './setup-error.ts';

export interface SystemLibraryNeeds {
  /** The Electron executable whose libraries are wanted. */
  readonly executable: string;
  /** Whether a virtual display is wanted too. */
  readonly xvfb: boolean;
  /** Further programs, each called like the package that brings it. */
  readonly programs: Readonly<Record<string, readonly string[]>>;
  readonly reporter: Reporter;
}

interface Missing {
  readonly libraries: readonly string[];
  readonly xvfb: boolean;
  readonly programs: readonly string[];
}

/** `ldd` ends with 1 for some files it describes well, so its text decides. */
function ldd(executable: string): Promise<string> {
  return new Promise((resolve) => {
    execFile('ldd', [executable], (_error, stdout) => resolve(stdout));
  });
}

async function isOnPath(program: string): Promise<boolean> {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const found = await Promise.all(
    folders.map((folder) =>
      access(join(folder, program), constants.X_OK).then(
        () => true,
        () => false,
      ),
    ),
  );
  return found.includes(true);
}

async function findMissing(needs: SystemLibraryNeeds): Promise<Missing> {
  const [output, hasXvfb] = await Promise.all([ldd(needs.executable), isOnPath('Xvfb')]);
  const programs: string[] = [];
  for (const program of Object.keys(needs.programs))
    if (!(await isOnPath(program))) programs.push(program);
  const libraries = parseMissingLibraries(output);
  return { libraries, xvfb: needs.xvfb && !hasXvfb, programs };
}

function isNothing({ libraries, xvfb, programs }: Missing): boolean {
  return libraries.length === 0 && !xvfb && programs.length === 0;
}

function describe(missing: Missing): string {
  const display = missing.xvfb ? ['the virtual display Xvfb'] : [];
  return [...missing.libraries, ...display, ...missing.programs].join(', ');
}

function librariesMissing(missing: Missing, next: string): SetupError {
  return new SetupError('system-libraries-missing', {
    happened: `This machine lacks: ${describe(missing)}.`,
    means: 'Windows can not open, or tests not run, without.',
    next,
  });
}

/**
 * Names the system libraries Electron lacks on this machine, and installs them
 * when run by root on Debian, Ubuntu or a system made from them.
 *
 * @throws SetupError `system-libraries-missing`, with the command to type
 */
export async function ensureSystemLibraries(needs: SystemLibraryNeeds): Promise<void> {
  if (process.platform !== 'linux') return;
  const missing = await findMissing(needs);
  if (isNothing(missing)) return;
  const osRelease = parseOsRelease(await readFile('/etc/os-release', 'utf8').catch(() => ''));
  const named = packagesFor(missing.libraries, osRelease);
  // xauth comes along for xvfb-run; our own Xvfb needs none.
  const display = missing.xvfb ? ['xauth', 'xvfb'] : [];
  const called = missing.programs.flatMap((program) => needs.programs[program] ?? []);
  const packages = [...named.packages, ...display, ...called];
  if (!isDebianLike(osRelease) || packages.length === 0) {
    throw librariesMissing(missing, "Install them with this system's package manager.");
  }
  const next = `Install them with: ${aptCommand(packages)}`;
  if (process.getuid?.() !== 0) throw librariesMissing(missing, next);
  needs.reporter.say(`This machine lacks: ${describe(missing)}.`);
  await aptInstall(packages, needs.reporter);
  const still = await findMissing(needs);
  if (!isNothing(still)) throw librariesMissing(still, next);
}
