import type { Hub } from '../../../src/hub/hub.ts';
import { createGroup } from '../../../src/hub/office/people.ts';
import { freshIds } from '../../../src/hub/site/fresh-ids.ts';
import { learnerAccountSchema } from '../../../src/shared/contracts/documents/directory.ts';
import { sealingKeyIdSchema } from '../../../src/shared/contracts/documents/event.ts';
import { drawings } from '../../../src/shared/contracts/drawings.ts';
import type { GroupId, LearnerId } from '../../../src/shared/ids.ts';
import { sealLearnerAccount } from '../../../src/sync/envelope/sealed-documents.ts';
import { newSealingKey } from '../../../src/sync/envelope/sealing.ts';
import { newestPepper } from '../../../src/sync/identity/peppers.ts';
import { hashSecret } from '../../../src/sync/identity/verifier.ts';
import { rightCode } from '../../factories/desk-people.ts';
import { testCost } from '../../factories/verifier-cost.ts';
import type { DayPlan } from './day-plan.ts';

/** Who is who at the site, by their places in the plan. */
export interface SitePeople {
  readonly groups: readonly GroupId[];
  readonly learners: readonly LearnerId[];
}

/** Learners in one entry of the journal: as many as it holds with room to spare. */
const enrolAtOnce = 50;

export const nameOf = (number: number): string => `អ្នករៀន ${number}`;

/** Puts the groups and learners of a plan into a site; all have one picture code. */
export async function enrolAll({ parts: { office } }: Hub, plan: DayPlan): Promise<SitePeople> {
  const groups: GroupId[] = [];
  for (const [at, { scope }] of plan.groups.entries()) {
    const symbol = drawings[at % drawings.length] ?? 'rice';
    groups.push(await createGroup(office, { name: { km: `ក្រុម ${at}` }, symbol, scope }));
  }
  const { random } = office;
  const { keyring } = await office.readKeyring();
  const secret = { kind: 'pictures', code: rightCode } as const;
  const verifier = await hashSecret(secret, newestPepper(keyring), random, testCost);
  const enrolled = plan.groups
    .flatMap(({ learners }, at) => Array.from({ length: learners }, () => groups[at]))
    .map((group) => {
      const learner = freshIds.learner(random);
      const key = newSealingKey(sealingKeyIdSchema.parse(`learner:${learner}:1`), random);
      return { learner, key, group };
    });
  const keys = enrolled.map(({ learner, key }) => ({ learner, key, verifier }));
  await office.changeKeyring((held) => ({ ...held, learners: keys }));
  for (let at = 0; at < enrolled.length; at += enrolAtOnce) {
    await office.record({
      type: 'learner.enrolled',
      documents: (hubSeq) =>
        enrolled.slice(at, at + enrolAtOnce).map(({ learner, key, group }, place) => {
          const rest = { name: { km: nameOf(at + place) }, group, language: 'km', disabled: false };
          const tile = { picture: drawings[(at + place) % drawings.length], colour: 'leaf' };
          const account = learnerAccountSchema.parse({ learner, tile, ...rest });
          return sealLearnerAccount(hubSeq, account, key, random);
        }),
    });
  }
  return { groups, learners: enrolled.map(({ learner }) => learner) };
}
