import type { DirectoryDocument } from '../../shared/contracts/documents/directory.ts';
import type { LearnerId } from '../../shared/ids.ts';
import type { KeyringFileContent } from '../site/site-files.ts';

/** The learners a directory says were erased. */
export function erasedIn(directory: readonly DirectoryDocument[]): ReadonlySet<LearnerId> {
  return new Set(directory.flatMap((each) => (each.type === 'erased' ? each.learner : [])));
}

/** A keyring without keys and sign-ins of those; the same where it has none of them ([ERA2]). */
export function withoutErased(
  file: KeyringFileContent,
  erased: ReadonlySet<LearnerId>,
): KeyringFileContent {
  const learners = file.keyring.learners.filter(({ learner }) => !erased.has(learner));
  if (learners.length === file.keyring.learners.length) return file;
  return { ...file, keyring: { ...file.keyring, learners } };
}
