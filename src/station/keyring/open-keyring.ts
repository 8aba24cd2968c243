import { join } from 'node:path';
import { nodeDisk } from '../../content/disk/node-disk.ts';
import type { StationConfig } from '../../shared/contracts/station-config.ts';
import type { Log, Randomness } from '../../shared/ports.ts';
import { readWrappingKey } from '../../sync/envelope/wrapping.ts';
import { earlierWrappingKeys } from '../config/read-station-config.ts';
import { KeyringCache, keyringName } from './keyring-cache.ts';

interface KeyringParts {
  /** The station's data folder. */
  readonly folder: string;
  readonly randomness: Randomness;
  readonly log: Log;
}

/** The keys that a station keeps in its folder, opened with its own. */
export function openKeyring(
  config: StationConfig,
  { folder, randomness, log }: KeyringParts,
): Promise<KeyringCache> {
  return KeyringCache.open({
    path: join(folder, keyringName),
    wrappingKey: readWrappingKey(config.wrappingKey.privateKey),
    earlierKeys: earlierWrappingKeys(config),
    disk: nodeDisk(),
    randomness,
    log,
  });
}
