import type { HeldVector } from '../../shared/contracts/hub-api.ts';
import type { Intake } from '../intake/intake.ts';
import type { Ledger } from '../intake/ledger.ts';
import { heldUpTo } from '../intake/store-progress.ts';
import type { BackupRecord } from '../site/backup-record.ts';

interface Parts {
  readonly intake: Pick<Intake, 'foldedSeq' | 'ledger'>;
  readonly backup: Pick<BackupRecord, 'seqOf'>;
}

/**
 * How far a store is held, folded and backed up without exception, and how far but for what a person gave
 * up of it; that is null where nothing lacks ([HUB7], [HUB18]).
 */
export async function heldOf(key: string, { intake, backup }: Parts) {
  const folded = await intake.foldedSeq(key);
  const store = intake.ledger.store(key);
  const { contiguous: upTo } = store;
  const contiguousSeq = heldUpTo(store);
  const backedUp = backup.seqOf(key);
  const held = {
    contiguousSeq,
    foldedSeq: Math.min(contiguousSeq, folded),
    backedUpSeq: Math.min(contiguousSeq, backedUp),
  };
  if (contiguousSeq === upTo) return { held, past: null };
  const givenUp = store.givenUp.filter(({ from }) => from <= upTo);
  const past = { upTo, givenUp, foldedSeq: folded, backedUpSeq: Math.min(upTo, backedUp) };
  return { held, past };
}

/** Every store of which something was given up that has not come since. */
export function heldPast(ledger: Ledger): HeldVector['past'] {
  const lacking = [...ledger.stores()].filter(([, store]) => heldUpTo(store) < store.contiguous);
  return Object.fromEntries(
    lacking.map(([key, { contiguous: upTo, givenUp }]) => [
      key,
      { upTo, givenUp: givenUp.filter(({ from }) => from <= upTo) },
    ]),
  );
}
