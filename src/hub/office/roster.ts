import type {
  DirectoryDocumentOf,
  LearnerAccount,
} from '../../shared/contracts/documents/directory.ts';
import type { GroupId, LearnerId } from '../../shared/ids.ts';
import { openLearnerAccount } from '../../sync/envelope/sealed-documents.ts';
import type { SiteOffice } from './site-office.ts';

/** Groups and learners of a site as its directory has them now, opened. */
export interface Roster {
  readonly groups: ReadonlyMap<GroupId, DirectoryDocumentOf<'group'>>;
  /** Without those whose key is gone. */
  readonly learners: ReadonlyMap<LearnerId, LearnerAccount>;
}

/** @throws ReanError a `store.*` code, `seal.broken` */
export async function readRoster(office: SiteOffice): Promise<Roster> {
  const { keyring } = await office.readKeyring();
  const keys = new Map(keyring.learners.map(({ learner, key }) => [learner, key]));
  const groups = await office.directory.all('group:');
  const learners = await office.directory.all('learner:');
  return {
    groups: new Map(groups.flatMap((each) => (each.type === 'group' ? [[each.group, each]] : []))),
    learners: new Map(
      learners.flatMap((each) => {
        const key = each.type === 'learner' ? keys.get(each.learner) : undefined;
        if (each.type !== 'learner' || key === undefined) return [];
        return [[each.learner, openLearnerAccount(each, key)]];
      }),
    ),
  };
}

/** The card numbers that are somebody's already ([ACC3]). */
export function cardsIn({ learners }: Roster): ReadonlySet<string> {
  return new Set([...learners.values()].flatMap(({ card }) => card ?? []));
}
