import { packIdSchema, semverSchema } from '../ids.ts';
import type { PackId, Semver } from '../ids.ts';
import { sha256Schema } from './pack-manifest.ts';

/** A file of an installed pack, as a hub and stations hand it on to stations ([PKG18]). */
export type PackFileAsk =
  | { readonly kind: 'manifest' | 'signature'; readonly pack: PackId; readonly version: Semver }
  | { readonly kind: 'blob'; readonly sha256: string }
  /** Whose packs count ([PKG21]). */
  | { readonly kind: 'keyring' };

/** Where they are asked for: at the hub, and at another station. */
export const packFileRoots = { hub: '/v1/packs', peer: '/peer/packs' } as const;

const names = { manifest: 'pack.json', signature: 'pack.json.minisig' } as const;

/** As `org.rean.letters/1.0.0/pack.json`, `blobs/<sha256>` or `keyring`, below one of the roots. */
export function packFilePath(ask: PackFileAsk): string {
  if (ask.kind === 'keyring') return 'keyring';
  return ask.kind === 'blob'
    ? `blobs/${ask.sha256}`
    : `${ask.pack}/${ask.version}/${names[ask.kind]}`;
}

/** Reads what {@link packFilePath} wrote; null for anything else. */
export function readPackFilePath(path: string): PackFileAsk | null {
  if (path === 'keyring') return { kind: 'keyring' };
  const [first = '', second = '', third, ...rest] = path.split('/');
  if (rest.length > 0) return null;
  if (third === undefined) {
    const sha256 = sha256Schema.safeParse(second);
    return first === 'blobs' && sha256.success ? { kind: 'blob', sha256: sha256.data } : null;
  }
  const pack = packIdSchema.safeParse(first);
  const version = semverSchema.safeParse(second);
  if (!pack.success || !version.success) return null;
  if (third === names.manifest) return { kind: 'manifest', pack: pack.data, version: version.data };
  if (third === names.signature)
    return { kind: 'signature', pack: pack.data, version: version.data };
  return null;
}
