import { judgeMany } from '../../domain/many-learners/judge-many.ts';
import type { HubDeed, ManyGround } from '../../domain/many-learners/judge-many.ts';
import type { LearnerAccount } from '../../shared/contracts/documents/directory.ts';
import type { ManyJudged } from '../../shared/contracts/many-learners.ts';
import type { LearnerId } from '../../shared/ids.ts';
import { accountIn, closedAccount, movedAccount, recordAccounts } from './learners.ts';
import type { LearnerAsker } from './learners.ts';
import type { OfficeChange } from './office-change.ts';
import { Racks } from './racks.ts';
import { readRoster } from './roster.ts';
import type { Roster } from './roster.ts';
import type { SiteOffice } from './site-office.ts';

type Asked = Pick<LearnerAsker, 'asker' | 'year'>;

/** What one deed makes of somebody it is done about. */
interface Doing {
  readonly type: OfficeChange['type'];
  account(before: LearnerAccount): LearnerAccount;
}

/**
 * Does one thing about many, as things stand in its turn: who is as asked already, or does not fit,
 * is left out and told, so that the same again does nothing twice ([LST3]).
 * @throws ReanError a `store.*` code
 */
export function doForMany(
  office: SiteOffice,
  deed: HubDeed,
  learners: readonly LearnerId[],
  asked: Asked,
): Promise<ManyJudged> {
  return office.alone(async (turn) => {
    const roster = await readRoster(office);
    const judged = judgeMany(deed, learners, groundOf(roster, asked.year));
    const { type, account } = doing(office, deed, new Racks(roster));
    const accounts = judged.done.map((learner) => account(accountIn(roster, learner)));
    if (accounts.length > 0) await recordAccounts({ office, turn }, type, accounts, asked);
    return judged;
  });
}

function doing(office: SiteOffice, deed: HubDeed, racks: Racks): Doing {
  if (deed.deed === 'close') {
    return { type: 'learner.disabled', account: (before) => closedAccount(office, before) };
  }
  const { group } = deed;
  return {
    type: 'learner.moved',
    account: (before) => movedAccount(office, before, group, racks),
  };
}

function groundOf({ learners, groups }: Roster, year: number): ManyGround {
  const open = [...learners.values()].filter(({ disabled }) => !disabled);
  return {
    account: (learner) => learners.get(learner),
    scope: (group) => {
      const known = groups.get(group);
      return known && (known.scope ?? 'men');
    },
    members: (group) => open.filter((each) => each.group === group).length,
    year,
  };
}
