import type { PackManifest } from '../../shared/contracts/pack-manifest.ts';
import { isReanError, ReanError } from '../../shared/errors.ts';
import type { ErrorCode } from '../../shared/errors.ts';
import type { Disk } from '../disk/disk.ts';
import type { Keyring } from '../keyring/keyring.ts';
import { contentMatches } from '../pack/hashed.ts';
import { verifySignedManifest } from '../pack/signed-manifest.ts';
import { readSignature } from './installed-packs.ts';
import type { InstalledVersion } from './installed-packs.ts';
import type { StoreLayout } from './layout.ts';

/** Something wrong with an installed version: install its pack again. */
export interface InstalledFault {
  readonly code: ErrorCode;
  /** The file in the pack; `pack.json` for the manifest and its signature. */
  readonly path: string;
}

/**
 * Re-reads an installed version from end to end: signature against today's trusted keys, then the
 * hash of every file. Empty when it is sound. Throws only the disk's errors.
 */
export async function verifyVersion(
  { disk, layout, keyring }: { disk: Disk; layout: StoreLayout; keyring: Keyring },
  pack: PackManifest['id'],
  installed: InstalledVersion,
): Promise<readonly InstalledFault[]> {
  if (installed.kind === 'damaged') return [{ code: 'pack.manifest-invalid', path: 'pack.json' }];
  const signature = await readSignature(disk, layout, pack, installed.version);
  const faults: InstalledFault[] = [...signatureFaults(installed, signature, keyring)];
  for (const file of installed.manifest.files) {
    const blob = layout.blob(file.sha256);
    const size = await disk.fileSize(blob);
    if (size === null) faults.push({ code: 'pack.file-missing', path: file.path });
    else if (size !== file.size || !(await contentMatches(disk.stream(blob), file))) {
      faults.push({ code: 'pack.checksum-mismatch', path: file.path });
    }
  }
  return faults;
}

function signatureFaults(
  { manifestBytes }: { readonly manifestBytes: Uint8Array },
  signature: Uint8Array | null,
  keyring: Keyring,
): InstalledFault[] {
  try {
    if (signature === null) throw new ReanError('pack.signature-invalid', { reason: 'format' });
    verifySignedManifest(manifestBytes, signature, keyring);
    return [];
  } catch (error) {
    if (!isReanError(error)) throw error;
    return [{ code: error.code, path: 'pack.json' }];
  }
}
