import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { z } from 'zod';
import { SetupError } from './setup-error.ts';

/** Where the set-up reads and writes; all absolute. */
export interface RuntimePaths {
  /** The npm package `electron`. */
  readonly electronPackage: string;
  /** Where that package looks for the runnable Electron: a folder, or our link to one. */
  readonly dist: string;
  /** Names the executable inside `dist`; the npm package refuses to run without it. */
  readonly pathFile: string;
  /** Outlives `node_modules`. */
  readonly cacheRoot: string;
  /** A ready Electron folder somebody named, to use instead of downloading. */
  readonly given: string | undefined;
}

const absolutePath = z.string().refine(isAbsolute, 'must be an absolute path');

const environmentSchema = z.object({
  XDG_CACHE_HOME: z.string().optional(),
  REAN_ELECTRON_DIST: absolutePath.optional(),
});

/** The XDG rule: a relative XDG_CACHE_HOME counts as not set. */
function cacheHome(named: string | undefined): string {
  return named !== undefined && isAbsolute(named) ? named : join(homedir(), '.cache');
}

/**
 * Where things lie for a checkout.
 *
 * @param projectRoot absolute folder of package.json
 * @param environment usually `process.env`
 * @throws SetupError `environment-invalid`
 */
export function runtimePaths(projectRoot: string, environment: unknown): RuntimePaths {
  const parsed = environmentSchema.safeParse(environment);
  if (!parsed.success) {
    throw new SetupError('environment-invalid', {
      happened: `An environment variable cannot be used. ${z.prettifyError(parsed.error)}`,
      means: 'Nothing was set up or changed.',
      next: 'Set REAN_ELECTRON_DIST to the full path of an unzipped Electron folder, or unset it.',
    });
  }
  const electronPackage = join(projectRoot, 'node_modules', 'electron');
  return {
    electronPackage,
    dist: join(electronPackage, 'dist'),
    pathFile: join(electronPackage, 'path.txt'),
    cacheRoot: join(cacheHome(parsed.data.XDG_CACHE_HOME), 'rean', 'runtime'),
    given: parsed.data.REAN_ELECTRON_DIST,
  };
}
