import type { GroupScope, LearnerAccount } from '../../shared/contracts/documents/directory.ts';
import type { SignInState } from '../../shared/contracts/ipc/views.ts';
import type { LeftOutWhy, ManyDeed, ManyJudged } from '../../shared/contracts/many-learners.ts';
import type { PackCourse } from '../../shared/contracts/pack-manifest.ts';
import type { CourseId, GroupId, LearnerId } from '../../shared/ids.ts';
import { takesCourse } from '../course/takes-course.ts';
import type { Enrolments } from '../course/takes-course.ts';
import { misfitOf } from '../group-fit.ts';
import { mostInGroup } from '../tiles/tile-rack.ts';

/** What of learners says whether something is done about them. */
export interface ManyGround {
  /** Undefined for who is not here, or not within the person's reach. */
  account(learner: LearnerId): LearnerAccount | undefined;
  /** Of a group: undefined where there is none. */
  scope(group: GroupId): GroupScope | undefined;
  /** How many of a group may sign in. */
  members(group: GroupId): number;
  /** The present year, Gregorian. */
  readonly year: number;
}

/** What a window's preview goes by besides: the hub is asked of neither. */
export interface PreviewGround extends ManyGround {
  enrolments(learner: LearnerId): Enrolments;
  course(course: CourseId): Pick<PackCourse, 'id' | 'enrolment'> | undefined;
  signIn(learner: LearnerId): SignInState;
}

/** What is judged at the hub as well as before it is asked. */
export type HubDeed = Extract<ManyDeed, { deed: 'move' | 'close' }>;

/** About whom of these a deed is done, each once, and why not about the others ([LST3]). */
export function judgeMany(
  deed: HubDeed,
  learners: readonly LearnerId[],
  ground: ManyGround,
): ManyJudged {
  const why = deed.deed === 'move' ? moving(deed, ground) : closing;
  return judged(learners, ground, why);
}

/** {@link judgeMany} for every deed, before anything is asked of the hub. */
export function previewMany(
  deed: ManyDeed,
  learners: readonly LearnerId[],
  ground: PreviewGround,
): ManyJudged {
  return judged(learners, ground, whyNot(deed, ground));
}

/** Null where it is done. */
type Why = (account: LearnerAccount) => LeftOutWhy | null;

function judged(learners: readonly LearnerId[], { account }: ManyGround, why: Why): ManyJudged {
  const done: LearnerId[] = [];
  const left: ManyJudged['left'] = [];
  for (const learner of new Set(learners)) {
    const known = account(learner);
    const reason = known === undefined ? 'gone' : why(known);
    if (reason === null) done.push(learner);
    else left.push({ learner, why: reason });
  }
  return { done, left };
}

function whyNot(deed: ManyDeed, ground: PreviewGround): Why {
  switch (deed.deed) {
    case 'move':
      return moving(deed, ground);
    case 'close':
      return closing;
    case 'enrol':
      return enrolling(deed, ground);
    case 'cards':
      return ({ disabled, card }) => (disabled ? 'closed' : card === null ? 'no-card' : null);
    case 'numbers':
      return numbering(deed, ground);
  }
}

const closing: Why = ({ disabled }) => (disabled ? 'closed' : null);

/** Asked in the order in which they will move: a group that is full takes nobody more. */
function moving(
  { group, misfits }: Extract<ManyDeed, { deed: 'move' }>,
  { scope, members, year }: ManyGround,
): Why {
  const to = scope(group);
  let room = mostInGroup - members(group);
  return (account) => {
    if (to === undefined) return 'gone';
    if (account.disabled) return 'closed';
    if (account.group === group) return 'there';
    if (!misfits && misfitOf(to, account, year) !== null) return 'misfit';
    if (room <= 0) return 'full';
    room -= 1;
    return null;
  };
}

function enrolling(
  { courses, active }: Extract<ManyDeed, { deed: 'enrol' }>,
  { enrolments, course }: PreviewGround,
): Why {
  return ({ learner, disabled }) => {
    if (disabled) return 'closed';
    const said = enrolments(learner);
    if (active) return courses.every((id) => said.into.has(id)) ? 'there' : null;
    const takes = (id: CourseId) => takesCourse(course(id) ?? { id, enrolment: 'officer' }, said);
    return courses.some(takes) ? null : 'not-there';
  };
}

function numbering(
  { anew }: Extract<ManyDeed, { deed: 'numbers' }>,
  { signIn }: PreviewGround,
): Why {
  return ({ learner, disabled }) => {
    if (disabled) return 'closed';
    const state = signIn(learner);
    if (state === 'own') return 'signs-in';
    return state === 'number' && !anew ? 'has-number' : null;
  };
}
