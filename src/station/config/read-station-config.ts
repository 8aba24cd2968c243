import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { stationConfigSchema } from '../../shared/contracts/station-config.ts';
import type { StationConfig } from '../../shared/contracts/station-config.ts';
import { ReanError } from '../../shared/errors.ts';
import { readSigningKey } from '../../sync/envelope/signing.ts';
import { readWrappingKey } from '../../sync/envelope/wrapping.ts';

const stationConfigName = 'station.json';

/**
 * Reads who this station is ([IDN1]).
 * @throws ReanError `station.not-enrolled` when there is no `station.json`; `config.invalid`, with
 * the place but never the value, when it can't be read as one
 */
export async function readStationConfig(folder: string): Promise<StationConfig> {
  const path = join(folder, stationConfigName);
  const parsed = stationConfigSchema.safeParse(parseJson(await readText(path), path));
  if (parsed.success) return withReadableKeys(parsed.data, path);
  const [issue] = parsed.error.issues;
  // The cause would hold what was read, secrets too: it stays out.
  throw new ReanError('config.invalid', { path, at: issue?.path.join('.') ?? '' });
}

/** A key that is base64 but no key is a mistake in this file too. */
function withReadableKeys(config: StationConfig, path: string): StationConfig {
  const keys = [
    ['signingKey.privateKey', () => readSigningKey(config.signingKey.privateKey)],
    ['wrappingKey.privateKey', () => readWrappingKey(config.wrappingKey.privateKey)],
  ] as const;
  for (const [at, read] of keys) {
    try {
      read();
    } catch {
      throw new ReanError('config.invalid', { path, at });
    }
  }
  return config;
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    const missing = z.object({ code: z.enum(['ENOENT', 'ENOTDIR']) }).safeParse(error).success;
    throw new ReanError(missing ? 'station.not-enrolled' : 'config.invalid', { path }, error);
  }
}

function parseJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ReanError('config.invalid', { path, at: '' });
  }
}
