import { BehaviorSubject, combineLatest, distinctUntilChanged, map, switchMap } from 'rxjs';
import type { Observable } from 'rxjs';
import { timeEnds } from '../../domain/timetable/time-left.ts';
import { lastMinute, nearMinutes } from '../../shared/contracts/slot-time.ts';
import type { GivenTime, TimeView } from '../../shared/contracts/slot-time.ts';
import type { LearnerId } from '../../shared/ids.ts';
import type { LabNow } from '../../sync/replication/lab-clock.ts';
import type { DirectoryIndex } from '../directory/directory-index.ts';
import { distinctView } from '../views/distinct-view.ts';
import type { OpenSitting } from './open-sitting.ts';

export interface SlotTimeParts {
  readonly directory: Pick<DirectoryIndex, 'directory' | 'directory$'>;
  readonly labNow: () => LabNow | null;
  readonly labNow$: Observable<LabNow | null>;
}

type Told = Pick<TimeView, 'until' | 'minutes'>;

const keyOf = ({ stage, until }: Pick<TimeView, 'stage' | 'until'>) => `${stage} ${until}`;

/**
 * When the time of who sits here ends because others need the seat, and what they are told of it ([ACT12]). Time is
 * the lab's, as staff confirmed it, carried on by monotonic time ([TTB2]); nothing ends by it.
 */
export class SlotTime {
  readonly #parts: SlotTimeParts;
  /** What was given at this seat last. */
  readonly #given = new BehaviorSubject<GivenTime | null>(null);
  /** What the learner is still to be told that was given. */
  readonly #told = new BehaviorSubject<Told | null>(null);
  readonly #seen = new BehaviorSubject<ReadonlySet<string>>(new Set());

  constructor(parts: SlotTimeParts) {
    this.#parts = parts;
  }

  /** What lies on the disk of it. */
  use(given: GivenTime | null): void {
    this.#given.next(given);
  }

  /** Minutes since midnight; null where nothing ends it. */
  endsFor(learner: LearnerId): number | null {
    const now = this.#sure(this.#parts.labNow());
    const given = now === null ? null : this.#givenTo(learner, now);
    const ends = this.#slotEnd(learner, now);
    if (ends === null) return given;
    return given === null ? ends : Math.max(ends, given);
  }

  /** {@link endsFor} who sits here, as it moves. */
  ends$(sitting$: Observable<OpenSitting | null>): Observable<number | null> {
    const { directory, labNow$ } = this.#parts;
    return combineLatest([sitting$, directory.directory$, labNow$, this.#given]).pipe(
      map(([sitting]) => (sitting === null ? null : this.endsFor(sitting.learner))),
      distinctUntilChanged(),
    );
  }

  /** Whether they were given time here that is not over. */
  hasGiven(learner: LearnerId): boolean {
    const now = this.#sure(this.#parts.labNow());
    const until = now === null ? null : this.#givenTo(learner, now);
    return until !== null && now !== null && now.minute < until;
  }

  /** With so many minutes more, from now on where it is over already; null where nothing ends it. */
  extended(learner: LearnerId, minutes: number): GivenTime | null {
    const now = this.#sure(this.#parts.labNow());
    const ends = this.endsFor(learner);
    if (now === null || ends === null) return null;
    const until = Math.min(lastMinute, Math.max(ends, now.minute) + minutes);
    return { learner, date: now.date, until };
  }

  /** Shows that time was given. */
  tell(told: Told): void {
    this.#told.next(told);
  }

  /** What the window shows was read. */
  see(view: Pick<TimeView, 'stage' | 'until'>): void {
    if (view.stage === 'given') this.#told.next(null);
    this.#seen.next(new Set([...this.#seen.value, keyOf(view)]));
  }

  /** Whom it was for has left. */
  forget(): void {
    this.#told.next(null);
    this.#seen.next(new Set());
  }

  /** What who sits here is to be told now; null where it is nothing, or they have seen it. */
  view$(sitting$: Observable<OpenSitting | null>): Observable<TimeView | null> {
    const { labNow$ } = this.#parts;
    return this.ends$(sitting$).pipe(
      switchMap((ends) =>
        combineLatest([labNow$, this.#told, this.#seen]).pipe(
          map(([now, told, seen]) => viewOf(ends, this.#sure(now), told, seen)),
        ),
      ),
      distinctView(),
    );
  }

  #slotEnd(learner: LearnerId, now: LabNow | null): number | null {
    const { learners, timetable } = this.#parts.directory.directory;
    const member = learners.get(learner);
    return member === undefined ? null : timeEnds({ ...timetable, member, now });
  }

  #givenTo(learner: LearnerId, { date }: LabNow): number | null {
    const given = this.#given.value;
    return given?.learner === learner && given.date === date ? given.until : null;
  }

  /** By a day and time that nobody confirmed nothing ends ([TTB10]). */
  #sure(now: LabNow | null): LabNow | null {
    return now?.sure === true ? now : null;
  }
}

function viewOf(
  ends: number | null,
  now: LabNow | null,
  told: Told | null,
  seen: ReadonlySet<string>,
): TimeView | null {
  if (told !== null) return { stage: 'given', ...told };
  if (ends === null || now === null || ends - now.minute > nearMinutes) return null;
  const minutes = Math.max(0, ends - now.minute);
  const view = { stage: minutes === 0 ? 'over' : 'near', until: ends, minutes } as const;
  return seen.has(keyOf(view)) ? null : view;
}
