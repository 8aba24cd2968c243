import { spawn } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import type { Reporter } from './reporter.ts';

/** What a person types to install these packages. */
export function aptCommand(packages: readonly string[]): string {
  return `sudo apt-get update && sudo apt-get install -y ${packages.join(' ')}`;
}

/** Runs apt-get without questions, its output passed on. Resolves to its exit code. */
function aptGet(args: readonly string[]): Promise<number> {
  const child = spawn('apt-get', ['-q', '-o', 'DPkg::Lock::Timeout=120', ...args], {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  return new Promise((resolve) => {
    child.once('error', () => resolve(127));
    child.once('close', (code) => resolve(code ?? 1));
  });
}

async function hasPackageLists(): Promise<boolean> {
  const names = await readdir('/var/lib/apt/lists').catch(() => []);
  return names.some((name) => /_Packages(\.\w+)?$/.test(name));
}

/** Installs packages as root; fetches the package lists first where they are absent or stale. */
export async function aptInstall(
  packages: readonly string[],
  reporter: Reporter,
): Promise<boolean> {
  reporter.say(`Installing system packages: ${packages.join(' ')}`);
  const install = ['install', '-y', '--no-install-recommends', ...packages];
  if ((await hasPackageLists()) && (await aptGet(install)) === 0) return true;
  return (await aptGet(['update'])) === 0 && (await aptGet(install)) === 0;
}
