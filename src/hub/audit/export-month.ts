import type { AuditDigest } from '../../shared/contracts/audit.ts';
import type { JournalEntry } from '../../shared/contracts/documents/journal.ts';
import type { HubParts } from '../hub-app.ts';
import type { Journal } from '../journal/journal.ts';
import { hubSeqOf } from '../journal/journal-chain.ts';
import { JournalSigners } from '../journal/journal-signers.ts';
import { hubKeysOf } from '../site/hub-keys.ts';
import { MonthDigest, isOfMonth } from './month-digest.ts';

type Parts = Pick<HubParts, 'vault' | 'office' | 'trail' | 'clock'>;

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
  { office, vault, trail, clock }: Parts,
  month: string,
  take: (line: unknown) => Promise<void>,
): Promise<AuditDigest> {
  const digest = new MonthDigest(month);
  const keys = new KeyTurns(await hubKeysOf(vault));
  const span = await spanOf(office.journal, month, keys);
  for await (const entry of span ? entriesIn(office.journal, span) : []) {
    if (isOfMonth(entry, month)) await count({ office, trail }, entry, digest);
    await take(entry);
  }
  return digest.finish(office.site.site, span ? keys.within(span) : [], clock.wallMs());
}

/** An entry of the month, and the one that it brought back. */
async function count(
  { office, trail }: Pick<Parts, 'office' | 'trail'>,
  entry: JournalEntry,
  digest: MonthDigest,
): Promise<void> {
  const payload = office.open(entry);
  const { payload: told } = await trail.withoutRepeats({ entry, payload, within: null });
  digest.take({ entry, payload: told, within: null });
  if (!payload.recovered) return;
  const lost = payload.recovered.entry;
  const fact = { entry: lost, payload: office.open(lost), within: entry };
  digest.takeRecovered(await trail.withoutRepeats(fact));
}

async function spanOf(journal: Journal, month: string, keys: KeyTurns): Promise<Span | null> {
  let [first, last] = [0, 0];
  const all = { first: 1, last: journal.nextHubSeq - 1 };
  for await (const entry of entriesIn(journal, all)) {
    keys.take(entry);
    if (!isOfMonth(entry, month)) continue;
    last = hubSeqOf(entry);
    if (first === 0) first = last;
  }
  return first === 0 ? null : { first, last };
}

/** From which entry on which of the hub's keys signs; entries in between are not checked here. */
class KeyTurns {
  readonly #signers: JournalSigners;
  readonly #turns: { readonly from: number; readonly key: string }[] = [];

  constructor(hubKeys: ConstructorParameters<typeof JournalSigners>[0]) {
    this.#signers = new JournalSigners(hubKeys);
  }

  take(entry: JournalEntry): void {
    const decides = entry.nextKey !== undefined || entry.type === 'generation.begun';
    if (this.#turns.length > 0 && !decides) return;
    this.#signers.take(entry);
    const key = this.#signers.current;
    const from = hubSeqOf(entry) + (entry.nextKey === undefined ? 0 : 1);
    if (key !== null && key !== this.#turns.at(-1)?.key) this.#turns.push({ from, key });
  }

  /** Those that signed these entries, in their turn. */
  within({ first, last }: Span): readonly string[] {
    const turns = this.#turns.filter(
      ({ from }, at) => from <= last && (this.#turns[at + 1]?.from ?? Infinity) > first,
    );
    return turns.map(({ key }) => key);
  }
}

async function* entriesIn(journal: Journal, { first, last }: Span): AsyncGenerator<JournalEntry> {
  for (let after = first - 1; after < last;) {
    const page = await journal.after(after, Math.min(pageSize, last - after));
    yield* page;
    if (page.length === 0) return;
    after += page.length;
  }
}
