import { execFile } from 'node:child_process';
import { SetupError } from '../runtime/setup-error.ts';

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** What npm prints of a whole tree of packages, bytes. */
const mostSaid = 64 * 1024 * 1024;

/**
 * What a program of the system prints.
 * @throws SetupError `package-refused` where it is not there, or fails
 */
export function runProgram(
  program: string,
  words: readonly string[],
  { cwd, env = {} }: RunOptions = {},
): Promise<string> {
  const options = { cwd, env: { ...process.env, ...env }, maxBuffer: mostSaid };
  return new Promise((resolve, reject) => {
    execFile(program, [...words], options, (error, stdout, stderr) => {
      if (error === null) resolve(stdout);
      else reject(refused(program, error, stderr));
    });
  });
}

function refused(program: string, error: Error & { code?: unknown }, said: string): SetupError {
  const missing = error.code === 'ENOENT';
  return new SetupError(
    'package-refused',
    {
      happened: missing
        ? `This machine has no ${program}.`
        : `${program} failed: ${said.trim().slice(-2_000) || error.message}`,
      means: 'The package was not made.',
      next: missing
        ? `Install it with this system's package manager (Debian: apt-get install ${program}).`
        : 'Mend that, then run the command again.',
    },
    { cause: error },
  );
}
