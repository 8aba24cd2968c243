import { verifierCost } from '../../shared/contracts/keyring.ts';
import type {
  Keyring,
  LearnerKeys,
  SealingKey,
  Verifier,
  VerifierCost,
} from '../../shared/contracts/keyring.ts';
import type { LearnerId, SiteId, StaffId } from '../../shared/ids.ts';
import { newestPepper, pepperNamed } from '../../sync/identity/peppers.ts';
import type { Pepper } from '../../sync/identity/peppers.ts';

/** A verifier, and the pepper it takes to look whether a secret fits it. */
export interface Provable<Kind extends Pick<Verifier, 'pepper'> = Verifier> {
  /** Null where nobody is to be let in, whatever they say. */
  readonly verifier: Kind | null;
  /** Base64 of 32 bytes; one that makes the same work where there is no verifier ([SGN2]). */
  readonly pepper: string;
}

/** A keyring, unwrapped, made for looking things up. Lives in memory only ([KEY1]). */
export interface Keys {
  readonly site: SiteId;
  readonly siteKey: SealingKey;
  /** What new verifiers are made with ([KEY3]). */
  readonly newestPepper: Pepper;
  /** With the pepper it was made with; as nobody's where the site has that one no more. */
  provable<Kind extends Pick<Verifier, 'pepper'>>(verifier: Kind | null): Provable<Kind>;
  learner(learner: LearnerId): LearnerKeys | null;
  learnerKey(learner: LearnerId): SealingKey | null;
  staffVerifier(staff: StaffId): Verifier | null;
  /** What a check costs at this site: as most do, so that a try at nobody does not stand out ([SGN2]). */
  readonly usualCost: VerifierCost;
}

export function keysOf(keyring: Keyring): Keys {
  const learners = new Map(keyring.learners.map((entry) => [entry.learner, entry]));
  const staff = new Map(keyring.staff.map((entry) => [entry.staff, entry.verifier]));
  return {
    site: keyring.site,
    siteKey: keyring.siteKey,
    newestPepper: newestPepper(keyring),
    provable: (verifier) => {
      const own = verifier && pepperNamed(keyring, verifier.pepper);
      return own === null
        ? { verifier: null, pepper: newestPepper(keyring).secret }
        : { verifier, pepper: own };
    },
    learner: (learner) => learners.get(learner) ?? null,
    learnerKey: (learner) => learners.get(learner)?.key ?? null,
    staffVerifier: (person) => staff.get(person) ?? null,
    usualCost: usualCost([...keyring.learners, ...keyring.staff]),
  };
}

/** The commonest among them; new verifiers' where nobody has one yet. */
function usualCost(people: readonly { readonly verifier: Verifier }[]): VerifierCost {
  const found = new Map<string, { readonly cost: VerifierCost; readonly count: number }>();
  let usual: { readonly cost: VerifierCost; readonly count: number } = {
    cost: verifierCost,
    count: 0,
  };
  for (const { verifier } of people) {
    const { memoryKiB, iterations } = verifier;
    const name = `${memoryKiB}/${iterations}`;
    const next = { cost: { memoryKiB, iterations }, count: (found.get(name)?.count ?? 0) + 1 };
    found.set(name, next);
    if (next.count > usual.count) usual = next;
  }
  return usual.cost;
}
