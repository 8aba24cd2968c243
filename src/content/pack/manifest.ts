import { lt, valid } from 'semver';
import * as z from 'zod';
import { packItemSchema, packManifestSchema } from '../../shared/contracts/pack-manifest.ts';
import type { PackManifest } from '../../shared/contracts/pack-manifest.ts';
import { ReanError } from '../../shared/errors.ts';
import type { Semver } from '../../shared/ids.ts';
import { manifestMistakes } from './manifest-mistakes.ts';

export const manifestName = 'pack.json';
export const signatureName = 'pack.json.minisig';

/** 20,000 files of some 200 bytes each, several times over. */
export const manifestLimit = 16 * 1024 * 1024;

/**
 * Reads `pack.json` ([PKG2]): JSON, the strict schema, then everything its parts say of each other.
 * Throws `pack.manifest-invalid` with `at` and `problem` of the first mistake; `pack.app-too-old`
 * where it has items of a kind that only a newer app knows ([PKG13]), or was made for a newer one.
 *
 * @param app this app's version, where a mistake may be its own age's
 */
export function parseManifest(bytes: Uint8Array, app?: Semver): PackManifest {
  const json = parseJson(bytes);
  refuseUnknownKinds(json);
  const parsed = packManifestSchema.safeParse(json);
  if (!parsed.success) throw mistaken(json, app, firstIssue(parsed.error), parsed.error);
  const [mistake] = manifestMistakes(parsed.data);
  if (mistake !== undefined) {
    throw mistaken(json, app, { at: mistake.at, problem: mistake.problem.en });
  }
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

/** As much as packs of every later app have too. */
const needsSchema = z.looseObject({ id: z.string(), minimumApp: z.string() });
const headSchema = needsSchema.extend({
  items: z.array(z.looseObject({ kind: z.string() })),
});
const knownKinds: ReadonlySet<string> = new Set(
  packItemSchema.options.map(({ shape }) => shape.kind.value),
);

/** Says that this app is too old, rather than that the publisher's pack is wrong. */
function refuseUnknownKinds(json: unknown): void {
  const head = headSchema.safeParse(json).data;
  const unknown = head?.items.find(({ kind }) => !knownKinds.has(kind));
  if (head === undefined || unknown === undefined) return;
  throw new ReanError('pack.app-too-old', {
    pack: head.id,
    needed: head.minimumApp,
    kind: unknown.kind,
  });
}

interface Mistake {
  readonly at: string;
  readonly problem: string;
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

/** What a pack for a newer app says may be right, and new to this one ([PKG2]). */
function mistaken(json: unknown, app: Semver | undefined, mistake: Mistake, cause?: unknown) {
  const needs = needsSchema.safeParse(json).data;
  const needed = needs === undefined ? null : valid(needs.minimumApp);
  if (needs === undefined || needed === null || app === undefined || !lt(app, needed)) {
    return manifestError(mistake, cause);
  }
  return new ReanError('pack.app-too-old', { pack: needs.id, needed, app }, cause);
}

function manifestError({ at, problem }: Mistake, cause?: unknown): ReanError {
  return new ReanError('pack.manifest-invalid', { at, problem }, cause);
}
