import type { RecordAbout } from '../../../../../shared/contracts/commands/record-commands.ts';
import type { Correcting } from '../../../../../shared/contracts/correction.ts';
import type { LearnerPage, LessonCard } from '../../../../../shared/contracts/ipc/views.ts';

/** A lesson of the learner's courses, with what is recorded of it. */
export interface LessonRecord {
  readonly card: LessonCard;
  readonly recorded: RecordAbout['lessons'][number] | null;
}

/** What counts of a lesson, before or after a correction. */
export type LessonState = 'none' | 'begun' | 'done' | 'struck' | 'added';

export function lessonRecords(page: LearnerPage, about: RecordAbout): readonly LessonRecord[] {
  return (
    page.courses
      .flatMap(({ lessons }) => lessons)
      // What pieces say of themselves is nobody's to correct.
      .filter(({ kind }) => kind === 'lesson')
      .map((card) => ({ card, recorded: recordedOf(card, about) }))
  );
}

function recordedOf({ pack, lesson }: LessonCard, { lessons }: RecordAbout) {
  return lessons.find((each) => each.pack === pack && each.lesson === lesson) ?? null;
}

/** What is recorded now: of the newest run. */
export function stateNow({ recorded }: LessonRecord): LessonState {
  if (recorded === null) return 'none';
  return recorded.completedRuns >= recorded.run ? 'done' : 'begun';
}

/** What may be done about a lesson as it stands: to strike there must be something, to add nothing. */
export function waysFor(record: LessonRecord): readonly ('strike' | 'add')[] {
  const now = stateNow(record);
  if (now === 'none') return ['add'];
  return now === 'done' ? ['strike'] : ['strike', 'add'];
}

type OfLesson = Extract<Correcting, { lesson: string }>;

/** @param version of the lesson that was completed, where nothing is recorded */
export function correctingOf(
  { card: { pack, lesson, total }, recorded }: LessonRecord,
  version: Extract<Correcting, { kind: 'add' }>['version'] | null,
  given:
    | { readonly kind: 'strike'; readonly reason: Extract<OfLesson, { kind: 'strike' }>['reason'] }
    | { readonly kind: 'add'; readonly reason: Extract<OfLesson, { kind: 'add' }>['reason'] },
): Correcting | null {
  if (given.kind === 'strike') {
    return recorded && { ...given, pack, lesson, run: recorded.run };
  }
  const completed = recorded?.version ?? version;
  return completed && { ...given, pack, lesson, version: completed, total };
}

/** The lesson a correction is about, where it is of the learner's courses. */
export function lessonOf(what: Correcting, records: readonly LessonRecord[]): LessonCard | null {
  if (!('lesson' in what)) return null;
  const same = ({ card }: LessonRecord) => card.pack === what.pack && card.lesson === what.lesson;
  return records.find(same)?.card ?? null;
}
