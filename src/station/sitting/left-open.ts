import { lessonStatus } from '../../domain/lesson-progress.ts';
import { isAfter } from '../../domain/order.ts';
import type { LearnerState, Order } from '../../shared/contracts/documents/state.ts';
import type { SittingView } from '../../shared/contracts/ipc/views.ts';
import type { KeptScreen } from '../../shared/contracts/kept-screen.ts';
import type { LeftScreen } from '../../shared/contracts/seat-order.ts';
import type { PackId } from '../../shared/ids.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';

interface Touched {
  readonly pack: PackId;
  readonly id: string;
  readonly touched: Order;
  readonly done: boolean;
}

/**
 * Where somebody goes on who was moved here ([ACT13]): at the screen they left, as their own record has it, so that
 * nobody but them is told what they read; at what they touched last where that has not come yet. Null is the home
 * screen, also where that is done or not in these packs.
 * @param open what the order says that moved them
 */
export function leftOpen(
  state: LearnerState,
  catalogue: Catalogue,
  open: LeftScreen,
): SittingView['goesOn'] {
  const screen = state.left?.screen ?? lastTouched(state, open);
  if (screen?.at !== 'lesson') return screen && { screen, lesson: null };
  const known = catalogue.item(screen.pack, screen.lesson);
  if (known === undefined || isDone(state, known.key)) return listOf(screen);
  const { pack, key, item } = known;
  return { screen, lesson: { pack, lesson: item.id, key, kind: item.kind } };
}

function lastTouched({ lessons, pieces }: LearnerState, open: LeftScreen): KeptScreen | null {
  if (open !== 'open') return open === 'review' ? { at: 'review' } : null;
  const all: Touched[] = [
    ...Object.values(lessons).map((each) => ({
      ...each,
      id: each.lesson,
      done: lessonStatus(each) === 'done',
    })),
    ...Object.values(pieces).map((each) => ({ ...each, id: each.piece, done: false })),
  ];
  const last = all.reduce<Touched | null>(
    (latest, each) => (isAfter(each.touched, latest?.touched ?? null) ? each : latest),
    null,
  );
  if (last === null || last.done) return null;
  return { at: 'lesson', pack: last.pack, lesson: last.id, course: null };
}

/** A lesson that is done is left for where it was opened: opened again it would begin once more. */
const isDone = ({ lessons }: LearnerState, key: keyof LearnerState['lessons']): boolean =>
  lessonStatus(lessons[key]) === 'done';

function listOf({ course, library }: Extract<KeptScreen, { at: 'lesson' }>): SittingView['goesOn'] {
  if (library !== undefined) return { screen: { at: 'library', place: library }, lesson: null };
  return course === null ? null : { screen: { at: 'course', course, from: 0 }, lesson: null };
}
