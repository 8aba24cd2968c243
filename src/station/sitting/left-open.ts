import { lessonStatus } from '../../domain/lesson-progress.ts';
import { isAfter } from '../../domain/order.ts';
import type { LearnerState, Order } from '../../shared/contracts/documents/state.ts';
import type { SittingView } from '../../shared/contracts/ipc/views.ts';
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
 * Where somebody goes on who was moved here ([ACT13]): at what they touched last, as their own record has it, so that
 * nobody but them is told what they read. Null is the home screen, also where that is done or not in these packs.
 */
export function leftOpen(
  { lessons, pieces }: LearnerState,
  catalogue: Catalogue,
  open: LeftScreen,
): SittingView['goesOn'] {
  if (open !== 'open') return open === 'review' ? 'review' : null;
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
  const known = last === null || last.done ? undefined : catalogue.item(last.pack, last.id);
  if (known === undefined) return null;
  return { pack: known.pack, lesson: known.item.id, key: known.key, kind: known.item.kind };
}
