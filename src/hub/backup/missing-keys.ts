import type { DirectoryDocument } from '../../shared/contracts/documents/directory.ts';
import type { Keyring } from '../../shared/contracts/keyring.ts';
import type { LearnerId, StaffId, StationId } from '../../shared/ids.ts';

/** Whom a directory names and the keys don't know: enrolled after the keys were last backed up. */
export interface MissingKeys {
  /** Their work can't be opened, nor they named, until their key is back. */
  readonly learners: readonly LearnerId[];
  /** Their sign-in was ended after the keys were backed up: an officer gives them a new one ([REC7]). */
  readonly signIns: readonly LearnerId[];
  /** They can't sign in until they have a new passphrase. */
  readonly staff: readonly StaffId[];
  /** They can't reach the hub until they are enrolled again. */
  readonly stations: readonly StationId[];
}

export function missingKeys(
  directory: readonly DirectoryDocument[],
  keyring: Pick<Keyring, 'learners' | 'staff'>,
  stations: readonly StationId[],
): Omit<MissingKeys, 'signIns'> {
  const keys = new Set(keyring.learners.map(({ key }) => key.id));
  const verifiers = new Set(keyring.staff.map(({ staff }) => staff));
  return {
    learners: directory.flatMap((each) =>
      each.type === 'learner' && !keys.has(each.key) ? [each.learner] : [],
    ),
    staff: directory.flatMap((each) =>
      each.type === 'staff' && !verifiers.has(each.staff) ? [each.staff] : [],
    ),
    stations: directory.flatMap((each) =>
      each.type === 'station' && !stations.includes(each.station) ? [each.station] : [],
    ),
  };
}
