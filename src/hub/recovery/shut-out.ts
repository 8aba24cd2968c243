import type { DirectoryDocument } from '../../shared/contracts/documents/directory.ts';
import type { Keyring } from '../../shared/contracts/keyring.ts';
import { isReanError } from '../../shared/errors.ts';
import { openLearnerAccount, openStaffAccount } from '../../sync/envelope/sealed-documents.ts';
import { isDisabled } from '../directory/prevailing.ts';

type Keys = Pick<Keyring, 'siteKey' | 'learners'>;

/**
 * Tells of documents whether they shut somebody or something out: of people that is said inside the
 * seal. What no key opens says nothing.
 */
export function shutsOutWith(keys: Keys): (document: DirectoryDocument) => boolean {
  return (document) => {
    try {
      return isDisabled(document) || isShutOut(document, keys);
    } catch (error) {
      if (isReanError(error)) return false;
      throw error;
    }
  };
}

function isShutOut(document: DirectoryDocument, { siteKey, learners }: Keys): boolean {
  if (document.type === 'staff') return openStaffAccount(document, siteKey).disabled;
  if (document.type !== 'learner') return false;
  const key = learners.find(({ learner }) => learner === document.learner)?.key;
  return key !== undefined && openLearnerAccount(document, key).disabled;
}
