import type { DirectoryDocument } from '../../shared/contracts/documents/directory.ts';
import type { Keyring } from '../../shared/contracts/keyring.ts';
import { openLearnerAccount } from '../../sync/envelope/sealed-documents.ts';

type LearnerKey = Keyring['learners'][number];

/**
 * The keys among those brought back that are really their learners': each opens the account that the
 * hub's own journal holds, sealed with it ([REC5]). Nobody can make one up.
 */
export function provenKeys(
  returned: readonly LearnerKey[],
  directory: readonly DirectoryDocument[],
  held: Pick<Keyring, 'learners'>,
): readonly LearnerKey[] {
  const known = new Set(held.learners.map(({ learner }) => learner));
  return returned.filter((each) => {
    const document = directory.find(
      (one) => one.type === 'learner' && one.learner === each.learner,
    );
    return document?.type === 'learner' && !known.has(each.learner) && opens(document, each.key);
  });
}

function opens(...[document, key]: Parameters<typeof openLearnerAccount>): boolean {
  try {
    openLearnerAccount(document, key);
    return true;
  } catch {
    return false;
  }
}
