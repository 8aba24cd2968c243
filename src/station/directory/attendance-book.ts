import type { PlacedMark } from '../../domain/attendance/standing-mark.ts';
import type { CommandId, LearnerId } from '../../shared/ids.ts';

type ByLearner<Marks> = ReadonlyMap<LearnerId, Marks>;

/** What was confirmed of attendance, and corrected, as this station knows it ([ATT2]). */
export interface Attendance {
  /** Every word on that lab day, by whose day it is. */
  on(day: string): ByLearner<readonly PlacedMark[]>;
  /** Every word on a learner's days. */
  of(learner: LearnerId): readonly PlacedMark[];
}

/** Keeps the words, found by day and by learner. */
export class AttendanceBook implements Attendance {
  readonly #days = new Map<string, Map<LearnerId, Map<CommandId, PlacedMark>>>();
  readonly #learners = new Map<LearnerId, Set<string>>();

  on(day: string): ByLearner<readonly PlacedMark[]> {
    const learners = [...(this.#days.get(day) ?? [])];
    return new Map(learners.map(([learner, marks]) => [learner, [...marks.values()]]));
  }

  of(learner: LearnerId): readonly PlacedMark[] {
    const days = [...(this.#learners.get(learner) ?? [])];
    return days.flatMap((day) => [...(this.#days.get(day)?.get(learner)?.values() ?? [])]);
  }

  add(mark: PlacedMark): void {
    const { learner, day, command } = mark;
    const learners = this.#days.get(day) ?? new Map<LearnerId, Map<CommandId, PlacedMark>>();
    const marks = learners.get(learner) ?? new Map<CommandId, PlacedMark>();
    this.#days.set(day, learners.set(learner, marks.set(command, mark)));
    this.#learners.set(learner, (this.#learners.get(learner) ?? new Set()).add(day));
  }

  remove({ learner, day, command }: Pick<PlacedMark, 'learner' | 'day' | 'command'>): void {
    const marks = this.#days.get(day)?.get(learner);
    marks?.delete(command);
    if (marks?.size !== 0) return;
    this.#days.get(day)?.delete(learner);
    this.#learners.get(learner)?.delete(day);
  }
}

/** What the id of its document says of a word: `attendance:<learner>:<day>:<command>`. */
export function namedInId(id: string): readonly [day: string, command: string] {
  const [, , day = '', command = ''] = id.split(':');
  return [day, command];
}
