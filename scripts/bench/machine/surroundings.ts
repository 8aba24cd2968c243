import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { arch, availableParallelism, cpus, release, totalmem } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import * as z from 'zod';
import { readElectronState } from '../../runtime/electron-state.ts';
import type { ElectronSource } from '../../runtime/electron-state.ts';
import { runtimePaths } from '../../runtime/paths.ts';
import { diskType } from './disk-type.ts';
import { CannotMeasure } from '../cannot-measure.ts';

/** What figures depend on besides the code. */
export interface Surroundings {
  readonly rean: { readonly version: string; readonly commit: string | null };
  readonly machine: {
    readonly platform: string;
    readonly processor: string;
    readonly cores: number;
    readonly memoryMb: number;
    /** File system under everything measured. */
    readonly disk: string;
  };
  readonly node: string;
  readonly electron: { readonly version: string; readonly source: ElectronSource };
  readonly root: boolean;
}

const packageSchema = z.looseObject({
  version: z.string(),
  devDependencies: z.looseObject({ electron: z.string() }),
});

async function readPackage(root: string) {
  return packageSchema.parse(JSON.parse(await readFile(join(root, 'package.json'), 'utf8')));
}

/** The commit of a checkout; null in a folder without one. */
async function commitOf(root: string): Promise<string | null> {
  const run = promisify(execFile);
  const words = ['describe', '--always', '--dirty', '--abbrev=10'];
  return run('git', words, { cwd: root }).then(
    ({ stdout }) => stdout.trim(),
    () => null,
  );
}

async function electronOf(root: string, wanted: string): Promise<Surroundings['electron']> {
  const state = await readElectronState(runtimePaths(root, process.env), wanted);
  if (state.kind === 'absent')
    throw new CannotMeasure('Electron is not ready: npm run runtime -- --xvfb');
  return { version: state.version, source: state.source };
}

/** @param folder where everything measured lies */
export async function readSurroundings(root: string, folder: string): Promise<Surroundings> {
  const { version, devDependencies } = await readPackage(root);
  const mounts = await readFile('/proc/self/mounts', 'utf8').catch(() => '');
  return {
    rean: { version, commit: await commitOf(root) },
    machine: {
      platform: `${process.platform} ${release()} ${arch()}`,
      processor: cpus()[0]?.model.trim() ?? 'unknown',
      cores: availableParallelism(),
      memoryMb: Math.round(totalmem() / 1e6),
      disk: diskType(mounts, folder),
    },
    node: process.version,
    electron: await electronOf(root, devDependencies.electron),
    root: process.getuid?.() === 0,
  };
}
