import type {
  HeldCorrection,
  PrintedRecord,
  RecordAbout,
} from '../../shared/contracts/commands/record-commands.ts';
import type { Correction } from '../../shared/contracts/correction.ts';
import type { LearnerAccount } from '../../shared/contracts/documents/directory.ts';
import type { LearnerState } from '../../shared/contracts/documents/state.ts';
import { attendanceFigures } from '../../domain/attendance/attendance-figures.ts';
import { notThere } from '../../domain/attendance/recorded-days.ts';
import type { PlacedMark } from '../../domain/attendance/standing-mark.ts';
import { countDays, daysHere } from '../../domain/fold/days-here.ts';
import { emptyLearnerState } from '../../domain/fold/fold-learner.ts';
import { ReanError } from '../../shared/errors.ts';
import type { LearnerId } from '../../shared/ids.ts';
import { openLearnerAccount } from '../../sync/envelope/sealed-documents.ts';
import { attendanceMarks } from '../attendance/attendance-marks.ts';
import { isOnHold } from '../erasure/hold-record.ts';
import type { HubParts } from '../hub-app.ts';
import { readLearnerState } from './read-state.ts';

type Parts = Pick<HubParts, 'office' | 'databases' | 'registry' | 'corrections'>;

/** What the hub has of a record beside what stations show ([COR3]). */
export async function recordAbout(parts: Parts, learner: LearnerId): Promise<RecordAbout> {
  const state = await readLearnerState(parts, learner);
  return {
    onHold: await isOnHold(parts.office, learner),
    lessons: lessonsOf(state),
    corrections: heldCorrections(parts.corrections.of(learner)),
  };
}

/**
 * What is printed of a record ([OWN2]).
 * @throws ReanError `learner.unknown`
 */
export async function printedRecord(parts: Parts, learner: LearnerId): Promise<PrintedRecord> {
  const { name, sex, birthYear, language } = await readAccount(parts, learner);
  const state = (await readLearnerState(parts, learner)) ?? emptyLearnerState(learner);
  const { activeMs, attempts, right } = state;
  return {
    name,
    sex,
    birthYear,
    language,
    days: countDays(daysHere(state)),
    activeMs,
    attempts,
    right,
    lessons: lessonsOf(state),
    pieces: piecesOf(state),
    films: filmsOf(state),
    attendance: await attendanceOf(parts, learner),
    corrections: heldCorrections(parts.corrections.of(learner)),
    printed: parts.office.labDate,
  };
}

async function readAccount(
  { office, registry }: Parts,
  learner: LearnerId,
): Promise<LearnerAccount> {
  const [document] = await office.directory.all(`learner:${learner}`);
  const key = registry.learnerKey(learner);
  if (document?.type === 'learner' && key !== null) return openLearnerAccount(document, key);
  throw new ReanError('learner.unknown', { learner });
}

function lessonsOf(state: LearnerState | null): RecordAbout['lessons'] {
  return Object.values(state?.lessons ?? {}).map(
    ({ pack, version, lesson, run, completedRuns }) => ({
      pack,
      version,
      lesson,
      run,
      completedRuns,
    }),
  );
}

const piecesOf = ({ pieces }: LearnerState): PrintedRecord['pieces'] =>
  Object.values(pieces).map(({ pack, piece, completed, best }) => ({
    pack,
    piece,
    completed,
    best,
  }));

function filmsOf({ viewings }: LearnerState): PrintedRecord['films'] {
  const there = Object.values(viewings).filter((each) => each.there);
  return { count: there.length, shownMs: there.reduce((sum, { shownMs }) => sum + shownMs, 0) };
}

async function attendanceOf(
  { office, registry }: Parts,
  learner: LearnerId,
): Promise<PrintedRecord['attendance']> {
  const key = registry.learnerKey(learner);
  const marks = key === null ? [] : await attendanceMarks(office, learner, key);
  const days = new Map<string, PlacedMark[]>();
  for (const mark of marks) days.set(mark.day, [...(days.get(mark.day) ?? []), mark]);
  const { confirmed } = attendanceFigures(
    [...days.values()].map((of) => ({ proposed: notThere, marks: of })),
  );
  return { days: confirmed.days, minutes: confirmed.minutes, about: confirmed.about };
}

function heldCorrections(all: readonly Correction[]): HeldCorrection[] {
  const withdrawn = new Set(all.flatMap(({ what }) => (what.kind === 'withdraw' ? what.of : [])));
  return all
    .filter(({ what }) => what.kind !== 'withdraw')
    .map(({ id, what, day, asked, confirmed }) => ({
      id,
      what,
      day,
      asked,
      confirmed,
      withdrawn: withdrawn.has(id),
    }))
    .toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}
