import { drawCardNumber } from '../../domain/card-number.ts';
import { sealingKeyIdSchema } from '../../shared/contracts/documents/event.ts';
import type {
  GroupScope,
  LearnerAccount,
  StaffAccount,
} from '../../shared/contracts/documents/directory.ts';
import type { VerifierCost } from '../../shared/contracts/keyring.ts';
import type { Localized } from '../../shared/contracts/phrase.ts';
import type { CourseId, GroupId, LearnerId, StaffId } from '../../shared/ids.ts';
import { sealLearnerAccount } from '../../sync/envelope/sealed-documents.ts';
import { newSealingKey } from '../../sync/envelope/sealing.ts';
import { newestPepper } from '../../sync/identity/peppers.ts';
import { makeStaffVerifier } from '../../sync/identity/staff-key.ts';
import { hashSecret } from '../../sync/identity/verifier.ts';
import { freshIds } from '../site/fresh-ids.ts';
import { cardsIn, readRoster } from './roster.ts';
import { appoint } from './staff.ts';
import type { SiteOffice } from './site-office.ts';
import type { Asker, OfficeChange } from './office-change.ts';

/** Groups, learners and staff of a site. Keys are durable before the document that needs them. */

export interface NewGroup {
  readonly name: Localized;
  readonly symbol: string;
  /** `men` when left out. */
  readonly scope?: GroupScope;
}

export async function createGroup(
  office: SiteOffice,
  { scope = 'men', ...group }: NewGroup,
  asker: Pick<OfficeChange, 'by' | 'command'> = {},
): Promise<GroupId> {
  const id = freshIds.group(office.random);
  await office.record({
    type: 'group.created',
    ...asker,
    documents: (hubSeq) => [
      { _id: `group:${id}`, type: 'group', v: 1, hubSeq, group: id, scope, ...group },
    ],
  });
  return id;
}

export interface NewLearner extends Pick<LearnerAccount, 'name' | 'group' | 'tile' | 'language'> {
  readonly sex?: LearnerAccount['sex'];
  readonly birthYear?: LearnerAccount['birthYear'];
  /** The learner's picture code, in order. */
  readonly code: readonly string[];
  /** What a try at it costs; what all new ones do when left out. */
  readonly cost?: VerifierCost;
}

export async function enrolLearner(office: SiteOffice, new_: NewLearner): Promise<LearnerId> {
  const { code, cost, ...rest } = new_;
  const learner = freshIds.learner(office.random);
  const key = newSealingKey(sealingKeyIdSchema.parse(`learner:${learner}:1`), office.random);
  const { keyring } = await office.readKeyring();
  const secret = { kind: 'pictures', code } as const;
  const verifier = await hashSecret(secret, newestPepper(keyring), office.random, cost);
  await office.changeKeyring((held) => ({
    ...held,
    learners: [...held.learners, { learner, key, verifier }],
  }));
  const card = drawCardNumber(office.random, cardsIn(await readRoster(office)));
  const joined = office.labDate;
  const account = { sex: null, birthYear: null, ...rest, learner, card, disabled: false, joined };
  await office.record({
    type: 'learner.enrolled',
    documents: (hubSeq) => [sealLearnerAccount(hubSeq, account, key, office.random)],
  });
  return learner;
}

export interface NewStaff extends Pick<StaffAccount, 'name' | 'role' | 'scopes'> {
  /** An instructor's own; none when left out. */
  readonly groups?: StaffAccount['groups'];
  readonly passphrase: string;
  /** What a try at it costs; what all new ones do when left out. */
  readonly cost?: VerifierCost;
}

export async function appointStaff(
  office: SiteOffice,
  new_: NewStaff,
  asker: Asker = {},
): Promise<StaffId> {
  const { passphrase, groups = [], cost, ...rest } = new_;
  const { keyring } = await office.readKeyring();
  const pepper = newestPepper(keyring);
  const verifier = await makeStaffVerifier(passphrase, pepper, office.random, cost);
  return appoint(office, { ...rest, groups }, verifier, asker);
}

/** Enrols a learner in courses, in one entry of the journal. */
export async function enrolInCourses(
  office: SiteOffice,
  learner: LearnerId,
  courses: readonly CourseId[],
): Promise<void> {
  await office.record({
    type: 'course.enrolled',
    documents: (hubSeq) =>
      courses.map((course) => ({
        _id: `enrolment:${learner}:${course}`,
        type: 'enrolment',
        v: 1,
        hubSeq,
        learner,
        course,
        active: true,
      })),
  });
}
