import { createPrivateKey, X509Certificate } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { stationConfigSchema } from '../../shared/contracts/station-config.ts';
import type { OwnCertificate, StationConfig } from '../../shared/contracts/station-config.ts';
import { ReanError } from '../../shared/errors.ts';
import { readSigningKey } from '../../sync/envelope/signing.ts';
import { readWrappingKey } from '../../sync/envelope/wrapping.ts';

export const stationConfigName = 'station.json';

/** Of when stations had tokens ([IDN8]). */
const outdatedSchema = z.looseObject({ v: z.literal(1) });

/**
 * Reads who this station is ([IDN1]).
 * @throws ReanError `station.not-enrolled` when there is no `station.json`; `config.outdated` for one
 * of a site that had tokens; `config.invalid`, with the place but never the value, when it can't be
 * read as one
 */
export async function readStationConfig(folder: string): Promise<StationConfig> {
  const path = join(folder, stationConfigName);
  const json = parseJson(await readText(path), path);
  if (outdatedSchema.safeParse(json).success) throw new ReanError('config.outdated', { path });
  const parsed = stationConfigSchema.safeParse(json);
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
    ['wrappingKey.earlier', () => earlierWrappingKeys(config)],
    ['tls.ca', () => new X509Certificate(config.tls.ca)],
    ['tls.certificate', () => new X509Certificate(config.tls.certificate)],
    ['tls.privateKey', () => requireMatch(config.tls)],
    ['former', () => config.former && requireMatch(config.former)],
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

/** What the keyring on the disk may be wrapped to beside the present key, newest first ([IDN12]). */
export function earlierWrappingKeys({ wrappingKey }: StationConfig): readonly KeyObject[] {
  const { earlier, before = [] } = wrappingKey;
  return [...(earlier === undefined ? [] : [earlier]), ...before].map(readWrappingKey);
}

function requireMatch({ certificate, privateKey }: OwnCertificate): void {
  const fits = new X509Certificate(certificate).checkPrivateKey(createPrivateKey(privateKey));
  if (!fits) throw new ReanError('config.invalid');
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
