import type { z } from 'zod';
import { packManifestSchema } from '../../shared/contracts/pack-manifest.ts';
import type { PackManifest } from '../../shared/contracts/pack-manifest.ts';
import { ReanError } from '../../shared/errors.ts';
import { manifestMistakes } from './manifest-mistakes.ts';

export const manifestName = 'pack.json';
export const signatureName = 'pack.json.minisig';

/** 20,000 files of some 200 bytes each, several times over. */
export const manifestLimit = 16 * 1024 * 1024;

/**
 * Reads `pack.json` ([PKG2]): JSON, the strict schema, then everything its parts say of each other.
 * Throws `pack.manifest-invalid` with `at` and `problem` of the first mistake.
 */
export function parseManifest(bytes: Uint8Array): PackManifest {
  const parsed = packManifestSchema.safeParse(parseJson(bytes));
  if (!parsed.success) throw manifestError(firstIssue(parsed.error), parsed.error);
  const [mistake] = manifestMistakes(parsed.data);
  if (mistake !== undefined) throw manifestError(mistake);
  return parsed.data;
}

/** Writes `pack.json`. The bytes are what is signed, so they follow from the manifest alone. */
export function formatManifest(manifest: PackManifest): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(manifest, null, 1)}\n`);
}

/** `items[2].entry` for zod's `['items', 2, 'entry']`. */
export function pathText(path: readonly PropertyKey[]): string {
  return path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`))
    .join('')
    .replace(/^\./, '');
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    throw manifestError({ at: '', problem: 'not JSON' }, error);
  }
}

function firstIssue(error: z.ZodError) {
  const [issue] = error.issues;
  return { at: pathText(issue?.path ?? []), problem: issue?.message ?? 'wrong shape' };
}

function manifestError(
  { at, problem }: { readonly at: string; readonly problem: string },
  cause?: unknown,
): ReanError {
  return new ReanError('pack.manifest-invalid', { at, problem }, cause);
}
