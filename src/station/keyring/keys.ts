import type { Keyring, SealingKey, Verifier } from '../../shared/contracts/keyring.ts';
import type { LearnerId, SiteId, StaffId } from '../../shared/ids.ts';

/** A keyring, unwrapped, made for looking things up. Lives in memory only ([KEY1]). */
export interface Keys {
  readonly site: SiteId;
  readonly siteKey: SealingKey;
  readonly pepper: string;
  learnerKey(learner: LearnerId): SealingKey | null;
  learnerVerifier(learner: LearnerId): Verifier | null;
  staffVerifier(staff: StaffId): Verifier | null;
  /** Some learner's verifier, to cost an impostor the same time; null in an empty lab. */
  readonly anyVerifier: Verifier | null;
}

export function keysOf(keyring: Keyring): Keys {
  const learners = new Map(keyring.learners.map((entry) => [entry.learner, entry]));
  const staff = new Map(keyring.staff.map((entry) => [entry.staff, entry.verifier]));
  return {
    site: keyring.site,
    siteKey: keyring.siteKey,
    pepper: keyring.pepper,
    learnerKey: (learner) => learners.get(learner)?.key ?? null,
    learnerVerifier: (learner) => learners.get(learner)?.verifier ?? null,
    staffVerifier: (person) => staff.get(person) ?? null,
    anyVerifier: keyring.learners[0]?.verifier ?? keyring.staff[0]?.verifier ?? null,
  };
}
