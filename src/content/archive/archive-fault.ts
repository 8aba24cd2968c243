import { ReanError } from '../../shared/errors.ts';
import type { ErrorCode, ErrorFacts } from '../../shared/errors.ts';

/** Why an archive is refused: the `reason` fact of the three codes below ([PKG5]). */
const codeOfReason = {
  'absolute-path': 'pack.unsafe-path',
  'parent-path': 'pack.unsafe-path',
  backslash: 'pack.unsafe-path',
  'control-character': 'pack.unsafe-path',
  'name-too-long': 'pack.unsafe-path',
  'name-encoding': 'pack.unsafe-path',
  'empty-part': 'pack.unsafe-path',
  symlink: 'pack.unsafe-path',
  'special-file': 'pack.unsafe-path',
  duplicate: 'pack.unsafe-path',
  'case-collision': 'pack.unsafe-path',
  'unicode-collision': 'pack.unsafe-path',
  'file-and-folder': 'pack.unsafe-path',
  'too-many-entries': 'pack.too-large',
  'too-many-bytes': 'pack.too-large',
  ratio: 'pack.too-large',
  unreadable: 'pack.archive-invalid',
  'not-zip': 'pack.archive-invalid',
  malformed: 'pack.archive-invalid',
  encrypted: 'pack.archive-invalid',
  'compression-method': 'pack.archive-invalid',
  'size-mismatch': 'pack.archive-invalid',
  'header-mismatch': 'pack.archive-invalid',
  overlap: 'pack.archive-invalid',
  damaged: 'pack.archive-invalid',
  'unexpected-entry': 'pack.archive-invalid',
} as const satisfies Record<string, ErrorCode>;

export type ArchiveFault = keyof typeof codeOfReason;

/** The typed error of a refused archive: which rule, at which entry, with what the rule allows. */
export function archiveError(
  reason: ArchiveFault,
  facts: ErrorFacts = {},
  cause?: unknown,
): ReanError {
  return new ReanError(codeOfReason[reason], { reason, ...facts }, cause);
}

/** A name from a hostile archive, fit for a terminal and a log: control characters escaped, cut at 200. */
export function printableName(name: string): string {
  const escaped = name.replaceAll(
    /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu,
    (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
  );
  return escaped.length > 200 ? `${escaped.slice(0, 200)}…` : escaped;
}
