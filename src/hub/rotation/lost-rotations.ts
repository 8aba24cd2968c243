import type { JournalEntry } from '../../shared/contracts/documents/journal.ts';
import { rotatedKeys } from '../../shared/contracts/rotation.ts';
import type { RotatedKey } from '../../shared/contracts/rotation.ts';
import { rawPublicKey } from '../../sync/envelope/signing.ts';
import { peppersOf } from '../../sync/identity/peppers.ts';
import type { HubParts } from '../hub-app.ts';
import { hubSeqOf } from '../journal/journal-chain.ts';
import type { JournalPayload } from '../journal/journal-chain.ts';
import type { OfficeFact, SiteOffice } from '../office/site-office.ts';
import { hubKeysOf } from '../site/hub-keys.ts';
import { siteFiles } from '../site/site-files.ts';
import { readRequired } from '../site/site-vault.ts';

type Parts = Pick<HubParts, 'vault' | 'office' | 'recovery' | 'registry'>;

/**
 * Keys that the journal says were rotated, in a hub that was restored with those of before: it goes on
 * with what was to be ended, until they are rotated again ([IDN11]).
 */
export async function lostRotations(parts: Parts): Promise<readonly RotatedKey[]> {
  const { vault, office, recovery, registry } = parts;
  if (recovery.progress === null) return [];
  const history = new RotationHistory(office, {
    'hub-signing': new Set((await hubKeysOf(vault)).map(rawPublicKey)),
    pepper: new Set(peppersOf(registry.keyring).flatMap(({ name }) => name ?? [])),
  });
  for (const fact of await office.factsAfter(0, [...told])) history.take(fact);
  const lost = new Set<RotatedKey>(history.lost());
  if (recovery.progress.lacksSiteKey === true) lost.add('site');
  if (await lacksAuthority(parts)) lost.add('authority');
  return rotatedKeys.filter((key) => lost.has(key));
}

/** Whether the site had gone over, or was on its way, to an authority that this hub has no key of. */
async function lacksAuthority({ vault, office }: Parts): Promise<boolean> {
  const [told] = await office.directory.all('authority');
  if (told?.type !== 'authority') return false;
  const present = await readRequired(vault, siteFiles.authority);
  const change = await vault.read(siteFiles.authorityChange);
  const held = [present.certificate, change?.next.certificate];
  return !held.includes(told.certificates.at(-1));
}

const told = [
  'generation.begun',
  'journal.recovered',
  'hub-key.rotated',
  'pepper.rotated',
] as const;

type Told = 'hub-signing' | 'pepper';

/** A moment of the journal: an own entry's number, or of one brought back when its hub was restored, then its own number. */
type Moment = readonly [number, number];

/** Which of the rotations told by a journal gave the hub a key it holds, and which one that it lacks. */
class RotationHistory {
  readonly #office: Pick<SiteOffice, 'open'>;
  readonly #held: Readonly<Record<Told, ReadonlySet<string>>>;
  readonly #last = new Map<`${Told}/${'held' | 'lacked'}`, Moment>();
  #begun = 0;

  constructor(office: Pick<SiteOffice, 'open'>, held: Readonly<Record<Told, ReadonlySet<string>>>) {
    this.#office = office;
    this.#held = held;
  }

  take({ entry, payload }: OfficeFact): void {
    const number = hubSeqOf(entry);
    if (entry.type === 'generation.begun') this.#begun = number;
    const back = payload.recovered?.entry;
    if (back === undefined) this.#note(entry, payload, [number, 0]);
    else if (back.type === 'hub-key.rotated' || back.type === 'pepper.rotated') {
      this.#note(back, this.#office.open(back), [this.#begun, hubSeqOf(back)]);
    }
  }

  /** Those whose last rotation gave a key that is not there. */
  lost(): readonly Told[] {
    const known = ['hub-signing', 'pepper'] as const;
    return known.filter((key) => {
      const lacked = this.#last.get(`${key}/lacked`);
      const held = this.#last.get(`${key}/held`);
      return lacked !== undefined && (held === undefined || isAfter(lacked, held));
    });
  }

  #note({ nextKey }: JournalEntry, { pepper }: JournalPayload, at: Moment): void {
    if (nextKey !== undefined) this.#noteKey('hub-signing', nextKey, at);
    if (pepper !== undefined) this.#noteKey('pepper', pepper, at);
  }

  #noteKey(key: Told, name: string, at: Moment): void {
    const place = `${key}/${this.#held[key].has(name) ? 'held' : 'lacked'}` as const;
    const before = this.#last.get(place);
    if (before === undefined || isAfter(at, before)) this.#last.set(place, at);
  }
}

function isAfter([a, a2]: Moment, [b, b2]: Moment): boolean {
  return a === b ? a2 > b2 : a > b;
}
