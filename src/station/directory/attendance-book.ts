import { countedDay, daysOfWords } from '../../domain/attendance/moved-days.ts';
import type { MovedDay, MovedDays } from '../../domain/attendance/moved-days.ts';
import type { PlacedMark } from '../../domain/attendance/standing-mark.ts';
import type { CommandId, LearnerId } from '../../shared/ids.ts';

type ByLearner<Marks> = ReadonlyMap<LearnerId, Marks>;

/** What was confirmed of attendance, and corrected, as this station knows it ([ATT2]). */
export interface Attendance {
  /** Every word on that lab day, by whose day it is. */
  on(day: string): ByLearner<readonly PlacedMark[]>;
  /** Every word that was said of that day, wherever it counts. */
  saidOn(day: string): readonly PlacedMark[];
  /** Every word on a learner's days. */
  of(learner: LearnerId): readonly PlacedMark[];
  /** Days that were confirmed wrong; words are told by the day they count on ([ATT12]). */
  readonly moved: MovedDays;
}

/** Keeps the words, found by day and by learner. */
export class AttendanceBook implements Attendance {
  readonly #days = new Map<string, Map<LearnerId, Map<CommandId, PlacedMark>>>();
  readonly #learners = new Map<LearnerId, Set<string>>();
  readonly #moved = new Map<string, MovedDay>();

  on(day: string): ByLearner<readonly PlacedMark[]> {
    const said = new Map<LearnerId, PlacedMark[]>();
    for (const each of daysOfWords(day, this.#moved)) {
      for (const [learner, marks] of this.#days.get(each) ?? []) {
        const counted = [...marks.values()].map((mark) => this.#counted(mark));
        const onDay = counted.filter((mark) => mark.day === day);
        if (onDay.length > 0) said.set(learner, [...(said.get(learner) ?? []), ...onDay]);
      }
    }
    return said;
  }

  saidOn(day: string): readonly PlacedMark[] {
    return [...(this.#days.get(day)?.values() ?? [])].flatMap((marks) => [...marks.values()]);
  }

  of(learner: LearnerId): readonly PlacedMark[] {
    const days = [...(this.#learners.get(learner) ?? [])];
    const marks = days.flatMap((day) => [...(this.#days.get(day)?.get(learner)?.values() ?? [])]);
    return marks.map((mark) => this.#counted(mark));
  }

  get moved(): MovedDays {
    return this.#moved;
  }

  #counted(mark: PlacedMark): PlacedMark {
    const day = countedDay(mark, this.#moved);
    return day === mark.day ? mark : { ...mark, day };
  }

  move(day: MovedDay): void {
    this.#moved.set(day.from, day);
  }

  takeBack({ from }: Pick<MovedDay, 'from'>): void {
    this.#moved.delete(from);
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
