import { filter, firstValueFrom, map, merge, timer } from 'rxjs';
import type { Observable } from 'rxjs';
import { noEnrolments } from '../../domain/course/takes-course.ts';
import type { OrderRefusal, SeatActOf } from '../../shared/contracts/seat-order.ts';
import { isReanError } from '../../shared/errors.ts';
import type { CommandId } from '../../shared/ids.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { refuseNotTaken } from '../catalogue/taken-courses.ts';
import { refuseWaiting } from '../catalogue/waits-for.ts';
import type { Directory } from '../directory/directory.ts';
import type { OpenSitting } from '../sitting/open-sitting.ts';
import type { SeatMoments } from './seat-moments.ts';

export interface LedLessonsParts {
  readonly sitting$: Observable<OpenSitting | null>;
  readonly sitting: () => OpenSitting | null;
  readonly catalogue: () => Catalogue;
  readonly directory: () => Directory;
  readonly moments: Pick<SeatMoments, 'moment$' | 'lead' | 'unlead'>;
}

type Lesson = Pick<SeatActOf<'start-lesson'>, 'pack' | 'lesson'>;

/** How long the window has to leave what it shows and open the lesson, ms by the PC's monotonic time. */
const openWithinMs = 20_000;

/**
 * Takes whoever sits here to a lesson ([ACT11]): the window leaves what it shows, as its learner would, and opens
 * the lesson, as they would; that it is open the station sees for itself.
 */
export class LedLessons {
  readonly #parts: LedLessonsParts;

  constructor(parts: LedLessonsParts) {
    this.#parts = parts;
  }

  /** Why it can't be opened by who sits here; null where it can. */
  refusal({ pack, lesson }: Lesson): OrderRefusal | null {
    const sitting = this.#parts.sitting();
    if (sitting === null) return 'nobody';
    const catalogue = this.#parts.catalogue();
    const item = catalogue.item(pack, lesson);
    if (item === undefined || !catalogue.courses.has(item.item.course)) return 'lacking';
    const { enrolments } = this.#parts.directory();
    try {
      refuseNotTaken(item, catalogue, enrolments.get(sitting.learner) ?? noEnrolments);
      refuseWaiting(item, catalogue, sitting.live.state);
    } catch (error) {
      if (isReanError(error)) return 'not-open';
      throw error;
    }
    return null;
  }

  /** Resolves with null once it is open, or with why it is not. Whoever is at it already stays there. */
  async lead(order: CommandId, { pack, lesson }: Lesson): Promise<OrderRefusal | null> {
    const { sitting$, sitting, moments } = this.#parts;
    const begun = sitting();
    if (begun === null) return 'nobody';
    if (isAt(begun, { pack, lesson })) return null;
    moments.lead({ order, pack, lesson });
    const why = await firstValueFrom(
      merge(
        sitting$.pipe(map((open) => standing(open, begun, { pack, lesson }))),
        moments.moment$.pipe(
          map(({ led }) => (led !== null && led.order !== order ? 'overtaken' : 'waits')),
        ),
        timer(openWithinMs).pipe(map(() => 'stays' as const)),
      ).pipe(filter((each) => each !== 'waits')),
    );
    if (why === 'open') return null;
    moments.unlead(order);
    return why;
  }
}

function standing(open: OpenSitting | null, begun: OpenSitting, lesson: Lesson) {
  if (open?.sitting !== begun.sitting) return 'nobody';
  return isAt(open, lesson) ? 'open' : 'waits';
}

/** A lesson that is done stands there until it is left: it is begun once more. */
function isAt({ run, piece }: OpenSitting, { pack, lesson }: Lesson): boolean {
  if (run !== null) return run.pack === pack && run.lesson.id === lesson && !run.completed;
  return piece !== null && piece.pack === pack && piece.item.id === lesson;
}
