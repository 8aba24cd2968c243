import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import * as z from 'zod';
import { diskErrorCode } from '../../content/disk/node-disk.ts';
import { ReanError } from '../../shared/errors.ts';
import { semverSchema } from '../../shared/ids.ts';
import type { Semver } from '../../shared/ids.ts';

const packageSchema = z.object({ name: z.literal('rean'), version: semverSchema });

/**
 * This app's version, from the nearest `package.json` above `folder` that is Rean's: the same in the
 * sources and in a built app. Throws `config.invalid` where there is none.
 */
export async function readAppVersion(folder: string): Promise<Semver> {
  const parsed = packageSchema.safeParse(await readJson(join(folder, 'package.json')));
  if (parsed.success) return parsed.data.version;
  const parent = dirname(folder);
  if (parent === folder) throw new ReanError('config.invalid', { path: 'package.json' });
  return readAppVersion(parent);
}

async function readJson(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch (error) {
    if (diskErrorCode(error) === 'ENOENT') return null;
    throw new ReanError('config.invalid', { path }, error);
  }
}
