import { isWithin, whyNotMoved, wordsMoving } from '../../domain/attendance/moved-days.ts';
import type { MovedDays } from '../../domain/attendance/moved-days.ts';
import { may } from '../../domain/permissions.ts';
import type { Actor } from '../../domain/permissions.ts';
import type { WrongDayAsk, WrongDayView } from '../../shared/contracts/ipc/attendance-view.ts';
import type { LearnerId } from '../../shared/ids.ts';
import type { Directory } from '../directory/directory.ts';
import type { Summaries } from '../learners/summary-index.ts';
import { RecordedByDay } from './recorded-by-day.ts';

interface WrongDaySources {
  readonly directory: Pick<Directory, 'attendance' | 'learners' | 'groups'>;
  readonly summaries: Pick<Summaries, 'all'>;
  readonly today: string | null;
}

type Counts = Pick<WrongDayView, 'confirmed' | 'recorded' | 'adding' | 'clashing'>;

/** What having one day count as another would come to, by group, told before it is done ([ATT12]). */
export function wrongDayView(
  { directory, summaries, today }: WrongDaySources,
  actor: Actor,
  { from, to }: WrongDayAsk,
): WrongDayView {
  const { attendance, learners, groups } = directory;
  const { moved } = attendance;
  const { moving, clashing } = wordsMoving((day) => attendance.saidOn(day), moved, { from, to });
  const asRecorded = new RecordedByDay(summaries, noDays, today);
  const others = new RecordedByDay(summaries, without(moved, from), today);
  const countsOf = (learner: LearnerId): Counts => {
    const recorded = asRecorded.proposed(learner, from).there;
    const isSaid = moving.has(learner);
    const isThere = to !== from && others.proposed(learner, to).there;
    return {
      confirmed: Number(isSaid),
      recorded: Number(recorded && !isSaid),
      adding: Number(recorded && isThere),
      clashing: Number(clashing.has(learner)),
    };
  };
  const known = [...learners.values()].map(({ learner, group }) => ({
    group,
    counts: countsOf(learner),
  }));
  const seen = [...groups.values()].filter(({ group, scope }) =>
    may(actor, 'attendance.see', { groups: [group], scopes: [scope ?? 'men'] }),
  );
  const byGroup = seen.map(({ group, name }) => {
    const own = known.filter((each) => each.group === group);
    return { group, name, ...sum(own.map(({ counts }) => counts)) };
  });
  const countsAs = moved.get(from)?.to ?? from;
  return {
    ...sum(known.map(({ counts }) => counts)),
    groups: byGroup.filter(({ confirmed, recorded }) => confirmed + recorded > 0),
    refused: today === null ? 'to' : whyNotMoved({ from, to }, today, moved),
    near: today !== null && isWithin(from, today),
    countsAs: countsAs === from ? null : countsAs,
  };
}

const noDays: MovedDays = new Map();

const without = (moved: MovedDays, from: string): MovedDays =>
  new Map([...moved].filter(([day]) => day !== from));

const sum = (all: readonly Counts[]): Counts => ({
  confirmed: total(all, 'confirmed'),
  recorded: total(all, 'recorded'),
  adding: total(all, 'adding'),
  clashing: total(all, 'clashing'),
});

const total = (all: readonly Counts[], of: keyof Counts) =>
  all.reduce((count, each) => count + each[of], 0);
