import type { AuditDigest } from '../../shared/contracts/audit.ts';
import type { JournalEntry } from '../../shared/contracts/documents/directory.ts';
import { rawPublicKey } from '../../sync/envelope/signing.ts';
import type { HubParts } from '../hub-app.ts';
import type { Journal } from '../journal/journal.ts';
import { hubSeqOf } from '../journal/journal-chain.ts';
import { MonthDigest, isOfMonth } from './month-digest.ts';
import { hubKeyOf } from './verify-audit.ts';

type Parts = Pick<HubParts, 'vault' | 'office'>;

const pageSize = 200;

/** From a month's first entry to its last, by number. */
interface Span {
  readonly first: number;
  readonly last: number;
}

/**
 * A month of the trail: what is printed of it, and its entries as they lie in the journal ([AUD4]).
 * @param take gets every entry from the month's first to its last: those in between that a wrong clock
 * put into another month too, as the chain breaks without them
 */
export async function readMonth(
  { office, vault }: Parts,
  month: string,
  take: (line: unknown) => Promise<void>,
): Promise<AuditDigest> {
  const digest = new MonthDigest(month);
  const span = await spanOf(office.journal, month);
  for await (const entry of span ? entriesIn(office.journal, span) : []) {
    if (isOfMonth(entry, month)) digest.take({ entry, payload: office.open(entry), within: null });
    await take(entry);
  }
  return digest.finish(office.site.site, rawPublicKey(await hubKeyOf({ vault })));
}

async function spanOf(journal: Journal, month: string): Promise<Span | null> {
  let [first, last] = [0, 0];
  const all = { first: 1, last: journal.nextHubSeq - 1 };
  for await (const entry of entriesIn(journal, all)) {
    if (!isOfMonth(entry, month)) continue;
    last = hubSeqOf(entry);
    if (first === 0) first = last;
  }
  return first === 0 ? null : { first, last };
}

async function* entriesIn(journal: Journal, { first, last }: Span): AsyncGenerator<JournalEntry> {
  for (let after = first - 1; after < last;) {
    const page = await journal.after(after, Math.min(pageSize, last - after));
    yield* page;
    if (page.length === 0) return;
    after += page.length;
  }
}
