import type { DirectoryDocumentOf } from '../../shared/contracts/documents/directory.ts';
import { drawings } from '../../shared/contracts/drawings.ts';
import { ReanError } from '../../shared/errors.ts';
import type { CourseId, GroupId, LearnerId } from '../../shared/ids.ts';
import { accountIn } from './learners.ts';
import { recordInParts } from './record-in-parts.ts';
import { readRoster } from './roster.ts';
import type { SiteOffice } from './site-office.ts';
import type { OfficeChange } from './office-change.ts';

type Asker = Pick<OfficeChange, 'by' | 'command'>;
type GroupDocument = DirectoryDocumentOf<'group'>;

/**
 * Learners find their group by its picture: it is no other's while there are others left ([PPL5]).
 * @throws ReanError `group.symbol-taken`
 */
export async function demandFreeSymbol(
  office: SiteOffice,
  symbol: string,
  own: GroupId | null,
): Promise<void> {
  const groups = [...(await readRoster(office)).groups.values()];
  if (groups.find(({ group }) => group === own)?.symbol === symbol) return;
  const taken = new Set(groups.map((each) => each.symbol));
  if (taken.has(symbol) && drawings.some((each) => !taken.has(each))) {
    throw new ReanError('group.symbol-taken');
  }
}

/** Gives a group other names, another symbol or another scope. @throws ReanError `group.unknown` */
export async function changeGroup(
  office: SiteOffice,
  group: GroupId,
  changed: Partial<Pick<GroupDocument, 'name' | 'symbol' | 'scope'>>,
  asker: Asker,
): Promise<void> {
  await office.record({
    type: 'group.changed',
    ...asker,
    documents: async (hubSeq) => {
      // Read in the office's turn: what was changed of it meanwhile stays.
      const before = (await readRoster(office)).groups.get(group);
      if (before === undefined) throw new ReanError('group.unknown', { group });
      return [{ ...before, ...changed, hubSeq }];
    },
  });
}

/**
 * Makes a learner a peer tutor of a group from now on ([ACC2]).
 * @throws ReanError `learner.unknown`, `group.unknown`
 */
export async function appointTutor(
  office: SiteOffice,
  { learner, group }: { readonly learner: LearnerId; readonly group: GroupId },
  asker: Asker,
): Promise<void> {
  await office.alone(async (turn) => {
    const roster = await readRoster(office);
    accountIn(roster, learner);
    if (!roster.groups.has(group)) throw new ReanError('group.unknown', { group });
    await turn.record({
      type: 'tutor.appointed',
      ...asker,
      documents: (hubSeq) => [
        {
          _id: `tutor:${learner}`,
          type: 'tutor',
          v: 1,
          hubSeq,
          learner,
          group,
          from: { hubSeq, day: office.labDate },
          until: null,
        },
      ],
    });
  });
}

/** Ends a peer tutor's period; nothing where there is none. */
export async function endTutor(
  office: SiteOffice,
  learner: LearnerId,
  asker: Asker,
): Promise<void> {
  if ((await periodOf(office, learner)) === null) return;
  await office.record({
    type: 'tutor.ended',
    ...asker,
    // Read in the office's turn: a period that was begun meanwhile is the one that ends ([DIR1]).
    documents: async (hubSeq) => {
      const period = await periodOf(office, learner);
      const until = { hubSeq, day: office.labDate };
      return period === null ? [] : [{ ...period, hubSeq, until }];
    },
  });
}

/** The period that a learner is a peer tutor for now; null where there is none. */
async function periodOf({ directory }: SiteOffice, learner: LearnerId) {
  const documents = await directory.all(`tutor:${learner}`);
  const period = documents.find((each) => each.type === 'tutor');
  return period === undefined || period.until !== null ? null : period;
}

/** Enrols learners in courses, or ends that; what is so already is left, so that the same again completes what was cut off. */
export async function enrolMany(
  office: Pick<SiteOffice, 'alone' | 'directory'>,
  change: {
    readonly learners: readonly LearnerId[];
    readonly courses: readonly CourseId[];
    readonly active: boolean;
  },
  asker: Asker,
): Promise<void> {
  const { learners, courses, active } = change;
  const asked = learners.flatMap((learner) => courses.map((course) => ({ learner, course })));
  const enrolled = { type: 'course.enrolled', ...asker } as const;
  await office.alone(async (turn) => {
    const held = new Map<string, boolean>();
    for (const learner of learners) {
      for (const each of await office.directory.all(`enrolment:${learner}:`)) {
        if (each.type === 'enrolment') held.set(each._id, each.active);
      }
    }
    const enrolments = asked.filter((each) => held.get(enrolmentId(each)) !== active);
    if (enrolments.length === 0) return;
    await recordInParts(turn, enrolled, enrolments, ({ learner, course }, hubSeq) => ({
      _id: enrolmentId({ learner, course }),
      type: 'enrolment',
      v: 1,
      hubSeq,
      learner,
      course,
      active,
    }));
  });
}

const enrolmentId = ({ learner, course }: { learner: LearnerId; course: CourseId }) =>
  `enrolment:${learner}:${course}` as const;
