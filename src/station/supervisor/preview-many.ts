import { noEnrolments } from '../../domain/course/takes-course.ts';
import { previewMany } from '../../domain/many-learners/judge-many.ts';
import { mayAnywhere } from '../../domain/permissions.ts';
import type { Actor } from '../../domain/permissions.ts';
import type { ManyDeed, ManyJudged } from '../../shared/contracts/many-learners.ts';
import type { LearnerId } from '../../shared/ids.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Directory } from '../directory/directory.ts';
import type { Keys } from '../keyring/keys.ts';
import { signInOf } from '../views/learner-rows.ts';
import { seesLearner } from './within-reach.ts';

interface ManySources {
  readonly actor: Actor;
  readonly directory: Pick<Directory, 'learners' | 'groups' | 'enrolments'>;
  readonly keys: Pick<Keys, 'learner'> | null;
  readonly catalogue: Pick<Catalogue, 'courses'>;
  /** The present year at the hub, Gregorian. */
  readonly year: number;
}

/** About whom of these a deed would be done, as this station knows them; nobody out of reach takes part ([LST3]). */
export function manyPreview(
  deed: ManyDeed,
  learners: readonly LearnerId[],
  { actor, directory, keys, catalogue, year }: ManySources,
): ManyJudged {
  const reaches = mayAnywhere(actor.role, 'learner.change');
  const account = (learner: LearnerId) => {
    const known = directory.learners.get(learner);
    return known && reaches && seesLearner(actor, known, directory) ? known : undefined;
  };
  return previewMany(deed, learners, {
    account,
    scope: (group) => {
      const known = directory.groups.get(group);
      return known && (known.scope ?? 'men');
    },
    members: (group) =>
      [...directory.learners.values()].filter((each) => each.group === group && !each.disabled)
        .length,
    year,
    enrolments: (learner) => directory.enrolments.get(learner) ?? noEnrolments,
    course: (course) => catalogue.courses.get(course)?.course,
    signIn: (learner) => signInOf(keys?.learner(learner) ?? null),
  });
}
