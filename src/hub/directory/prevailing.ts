import type { DirectoryDocument } from '../../shared/contracts/documents/directory.ts';

/**
 * Which of two versions of one directory document holds: the later by hub sequence, but a disabled
 * one over an enabled one, so that no stale change ever lets somebody back in ([DIR3]).
 */
export function prevailing(a: DirectoryDocument, b: DirectoryDocument): DirectoryDocument {
  const [aDisabled, bDisabled] = [isDisabled(a), isDisabled(b)];
  if (aDisabled !== bDisabled) return aDisabled ? a : b;
  return b.hubSeq > a.hubSeq ? b : a;
}

/** Whether a document shuts somebody or something out. */
export function isDisabled(document: DirectoryDocument): boolean {
  return 'disabled' in document && document.disabled;
}
