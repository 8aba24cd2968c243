import { countedRecords } from '../../domain/attendance/moved-days.ts';
import type { MovedDays } from '../../domain/attendance/moved-days.ts';
import { daysOf, notThere, proposedOn } from '../../domain/attendance/recorded-days.ts';
import type { RecordedDays } from '../../domain/attendance/recorded-days.ts';
import type { Proposed } from '../../shared/contracts/lab-attendance.ts';
import type { LearnerId } from '../../shared/ids.ts';
import type { Summaries } from '../learners/summary-index.ts';

/** What is recorded of learners, each day as the one it counts on ([ATT12]). */
export class RecordedByDay {
  readonly #all: Summaries['all'];
  readonly #moved: MovedDays;
  readonly #today: string | null;
  readonly #counted = new Map<LearnerId, RecordedDays>();
  #daysOfLab: ReadonlySet<string> | null = null;

  constructor({ all }: Pick<Summaries, 'all'>, moved: MovedDays, today: string | null) {
    this.#all = all;
    this.#moved = moved;
    this.#today = today;
  }

  proposed(learner: LearnerId, day: string): Proposed {
    const recorded = this.#of(learner);
    return recorded === null ? notThere : proposedOn(recorded, day);
  }

  daysOf(learner: LearnerId): readonly string[] {
    const recorded = this.#of(learner);
    return recorded === null ? [] : [...daysOf(recorded)];
  }

  /** Days on which anybody was in the lab. */
  get daysOfLab(): ReadonlySet<string> {
    if (this.#daysOfLab !== null) return this.#daysOfLab;
    const days = new Set<string>();
    for (const learner of this.#all.keys()) {
      for (const day of this.daysOf(learner)) days.add(day);
    }
    this.#daysOfLab = days;
    return days;
  }

  #of(learner: LearnerId): RecordedDays | null {
    const known = this.#counted.get(learner);
    if (known !== undefined) return known;
    const recorded = this.#all.get(learner)?.recorded;
    if (recorded === undefined) return null;
    const counted = countedRecords(recorded, this.#moved, this.#today);
    this.#counted.set(learner, counted);
    return counted;
  }
}
