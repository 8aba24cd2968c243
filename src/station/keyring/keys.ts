import { verifierCost } from '../../shared/contracts/keyring.ts';
import type {
  Keyring,
  LearnerKeys,
  SealingKey,
  Verifier,
  VerifierCost,
} from '../../shared/contracts/keyring.ts';
import type { LearnerId, SiteId, StaffId } from '../../shared/ids.ts';

/** A keyring, unwrapped, made for looking things up. Lives in memory only ([KEY1]). */
export interface Keys {
  readonly site: SiteId;
  readonly siteKey: SealingKey;
  readonly pepper: string;
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
    pepper: keyring.pepper,
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
