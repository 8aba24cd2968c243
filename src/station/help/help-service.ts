import { auditTime, combineLatest, distinctUntilChanged, firstValueFrom, map, of } from 'rxjs';
import type { Observable } from 'rxjs';
import type { Actor } from '../../domain/permissions.ts';
import type { CommandInput } from '../../shared/contracts/ipc/contract.ts';
import type { HelpQueue } from '../../shared/contracts/ipc/help-views.ts';
import type { Clock } from '../../shared/ports.ts';
import type { Directory } from '../directory/directory.ts';
import type { LessonShelf } from '../lessons/lesson-shelf.ts';
import type { StaffSession } from '../supervisor/staff-session.ts';
import type { HeardCall } from './heard-calls.ts';
import type { HelpBoard } from './help-board.ts';
import type { HelpDesk } from './help-desk.ts';
import { helpQueue } from './help-queue.ts';
import { sameButAges } from './same-but-ages.ts';

export interface HelpServiceParts {
  readonly board: HelpBoard;
  readonly desk: HelpDesk;
  readonly directory$: Observable<Directory>;
  readonly shelf: LessonShelf;
  readonly labDate$: Observable<string | null>;
  /** What seats say of the calls made there. */
  readonly calls$: Observable<readonly HeardCall[]>;
  readonly clock: Clock;
}

/** Several words of one change make one picture, ms. */
const settleMs = 50;

type Input<Name extends 'help.take' | 'help.hand' | 'help.answer'> = CommandInput<
  'supervisor',
  Name
>;

/** Requests for help, for whoever is signed in at a supervisor window and may see to them ([HLQ1]). */
export class HelpService {
  readonly #parts: HelpServiceParts;

  constructor(parts: HelpServiceParts) {
    this.#parts = parts;
  }

  queue$(session: StaffSession): Observable<HelpQueue> {
    const { board, directory$, shelf, labDate$, calls$, clock } = this.#parts;
    return session.only('help.see', (actor) =>
      combineLatest([board.now$, directory$, shelf.catalogue$, labDate$, calls$]).pipe(
        auditTime(settleMs),
        map(([{ askers, all }, directory, catalogue, today, calls]) => {
          const { times } = board;
          for (const call of calls) times.hear(call);
          const nowMs = clock.monotonicMs();
          return helpQueue(actor, { directory, catalogue, askers, all, times, today, nowMs });
        }),
        distinctUntilChanged<HelpQueue>(sameButAges),
      ),
    );
  }

  async take(session: StaffSession, ref: Input<'help.take'>): Promise<void> {
    await this.#parts.desk.take(await helperAt(session), ref);
  }

  async hand(session: StaffSession, asked: Input<'help.hand'>): Promise<void> {
    await this.#parts.desk.hand(await helperAt(session), asked);
  }

  async answer(session: StaffSession, asked: Input<'help.answer'>): Promise<void> {
    await this.#parts.desk.answer(await helperAt(session), asked);
  }
}

/** @throws ReanError `permission.denied` where nobody is signed in who may */
function helperAt(session: StaffSession): Promise<Actor> {
  return firstValueFrom(session.only('help.answer', (actor) => of(actor)));
}
