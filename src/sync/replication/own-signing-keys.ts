import { directoryDocumentSchema } from '../../shared/contracts/documents/directory.ts';
import { readNewer } from '../../shared/contracts/read-newer.ts';
import { isReanError } from '../../shared/errors.ts';
import type { StationId } from '../../shared/ids.ts';
import type { SigningKeyOf } from '../envelope/origin.ts';
import { signingKeysIn } from '../peer/peer-register.ts';
import type { Storage } from '../store/storage.ts';
import { nameOf } from './replicas.ts';
import type { SyncMemory } from './sync-memory.ts';

/**
 * The signing keys a station ever had, as the directory pulled last names them: what it recorded before
 * its keys were renewed is signed with others than its present one ([IDN12]). None where no directory
 * can be read; what is damaged is set aside by who opens it next.
 */
export async function ownSigningKeys(
  storage: Storage,
  memory: Pick<SyncMemory, 'replicas'>,
  station: StationId,
): Promise<SigningKeyOf> {
  try {
    const generation = (await memory.replicas.load())?.generation;
    if (generation === undefined) return () => null;
    const directory = await storage.open(nameOf('directory', generation));
    const { _rev, ...document } = (await directory.get(`station:${station}`)) ?? {};
    const parsed = readNewer(directoryDocumentSchema, document).data;
    const keys = new Map(parsed?.type === 'station' ? signingKeysIn(parsed) : []);
    return (signer) => keys.get(signer) ?? null;
  } catch (error) {
    if (!isReanError(error, 'store.unopenable')) throw error;
    return () => null;
  }
}
