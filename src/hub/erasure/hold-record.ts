import type { CommandEvidence } from '../../shared/contracts/commands/staff-command.ts';
import type { Grounds, HoldReason } from '../../shared/contracts/erasure.ts';
import { ReanError } from '../../shared/errors.ts';
import type { LearnerId } from '../../shared/ids.ts';
import type { JournalPayload } from '../journal/journal-chain.ts';
import type { SiteOffice } from '../office/site-office.ts';

/** Who changes a record, as the journal keeps it. */
export interface Acting extends Pick<Grounds, 'who' | 'second'> {
  readonly by: JournalPayload['by'];
  /** What a staff member signed. */
  readonly command?: CommandEvidence;
}

/**
 * Sets or lifts a legal hold: while it stands, nothing of the learner is erased, whatever the reason
 * ([ERA6]). Doing it twice changes nothing, and finishes what failed in the middle ([ERA7]).
 * @throws ReanError `learner.unknown`
 */
export async function holdRecord(
  office: SiteOffice,
  held: { readonly learner: LearnerId; readonly stands: boolean; readonly reason: HoldReason },
  { who, second, ...asker }: Acting,
): Promise<void> {
  const { learner, stands, reason } = held;
  let isSo = false;
  const entered = office.record({
    type: stands ? 'hold.set' : 'hold.lifted',
    ...asker,
    grounds: { learner, reason, who, second },
    documents: async (hubSeq) => {
      // Asked in the office's turn: what failed in the middle is in the directory by then.
      await requireLearner(office, learner);
      isSo = (await isOnHold(office, learner)) === stands;
      if (isSo) throw new ReanError('record.on-hold', { learner });
      return [{ _id: `hold:${learner}`, type: 'hold', v: 1, hubSeq, learner, stands }];
    },
  });
  await entered.catch((error: unknown) => {
    if (!isSo) throw error;
  });
}

export async function isOnHold(office: SiteOffice, learner: LearnerId): Promise<boolean> {
  const [document] = await office.directory.all(`hold:${learner}`);
  return document?.type === 'hold' && document.stands;
}

/** @throws ReanError `learner.unknown` where there is no such learner, or not any more */
export async function requireLearner(office: SiteOffice, learner: LearnerId): Promise<void> {
  const [document] = await office.directory.all(`learner:${learner}`);
  if (document?.type !== 'learner') throw new ReanError('learner.unknown', { learner });
}
