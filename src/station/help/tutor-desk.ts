import {
  auditTime,
  combineLatest,
  distinctUntilChanged,
  firstValueFrom,
  map,
  of,
  switchMap,
} from 'rxjs';
import type { Observable } from 'rxjs';
import { presentToday } from '../../domain/attendance/present-today.ts';
import { countedRecords } from '../../domain/attendance/moved-days.ts';
import { notThere, proposedOn } from '../../domain/attendance/recorded-days.ts';
import { may } from '../../domain/permissions.ts';
import type { Actor } from '../../domain/permissions.ts';
import type { CommandInput } from '../../shared/contracts/ipc/contract.ts';
import type {
  HelpRequest,
  TutoredRequest,
  Tutoring,
} from '../../shared/contracts/ipc/help-views.ts';
import type { LearnerCard } from '../../shared/contracts/ipc/views.ts';
import { ReanError } from '../../shared/errors.ts';
import type { LearnerId } from '../../shared/ids.ts';
import { inNameOrder } from '../../shared/khmer/collation.ts';
import type { Clock } from '../../shared/ports.ts';
import { learnerCard } from '../directory/directory.ts';
import type { Directory } from '../directory/directory.ts';
import type { LessonShelf } from '../lessons/lesson-shelf.ts';
import type { OpenSitting } from '../sitting/open-sitting.ts';
import type { HelpBoard } from './help-board.ts';
import type { HelpDesk } from './help-desk.ts';
import { helpRequests } from './help-queue.ts';
import type { HelpSources } from './help-queue.ts';
import { sameButAges } from './same-but-ages.ts';

export interface TutorDeskParts {
  readonly sitting$: Observable<OpenSitting | null>;
  readonly directory$: Observable<Directory>;
  readonly board: HelpBoard;
  readonly desk: HelpDesk;
  readonly shelf: LessonShelf;
  readonly labDate$: Observable<string | null>;
  readonly clock: Clock;
}

type Input<Name extends 'tutor.take' | 'tutor.hand' | 'tutor.answer'> = CommandInput<'kiosk', Name>;

/** Several words of one change make one picture, ms. */
const settleMs = 50;

/** As whom a learner acts while they are a peer tutor; null as soon as that has ended ([ACC2]). */
export function tutorIn(learner: LearnerId, directory: Directory): Actor | null {
  const period = directory.tutors.get(learner);
  const account = directory.learners.get(learner);
  const group = period && directory.groups.get(period.group);
  if (period?.until !== null || account?.disabled !== false || !group) return null;
  const scopes = [group.scope ?? ('men' as const)];
  return { person: learner, role: 'peer-tutor', scopes, groups: [period.group] };
}

/** What a peer tutor who sits at this kiosk sees of their group, and does about its requests ([HLQ8]). */
export class TutorDesk {
  readonly #parts: TutorDeskParts;

  constructor(parts: TutorDeskParts) {
    this.#parts = parts;
  }

  /** Null for whoever is no peer tutor, or not any more. */
  get tutoring$(): Observable<Tutoring | null> {
    const { board, shelf, labDate$ } = this.#parts;
    return this.#tutor$().pipe(
      switchMap((actor) =>
        actor === null
          ? of(null)
          : combineLatest([board.now$, this.#parts.directory$, shelf.catalogue$, labDate$]).pipe(
              auditTime(settleMs),
              map(([{ askers, all }, directory, catalogue, today]) => {
                const { times } = board;
                const nowMs = this.#parts.clock.monotonicMs();
                const sources = { directory, catalogue, askers, all, times, today, nowMs };
                return this.#tutoring(actor, sources);
              }),
            ),
      ),
      distinctUntilChanged((a, b) => a === b || (a !== null && b !== null && sameButAges(a, b))),
    );
  }

  /** @throws ReanError `permission.denied`, `help.over`, `help.moved`, `learner.unknown`, `store.*` */
  async take(ref: Input<'tutor.take'>): Promise<void> {
    await this.#parts.desk.take(await this.#tutor(), ref);
  }

  /** To the officers. */
  async hand(ref: Input<'tutor.hand'>): Promise<void> {
    await this.#parts.desk.hand(await this.#tutor(), { ...ref, to: { for: 'officer' } });
  }

  async answer(asked: Input<'tutor.answer'>): Promise<void> {
    await this.#parts.desk.answer(await this.#tutor(), asked);
  }

  #tutor$(): Observable<Actor | null> {
    const { sitting$, directory$ } = this.#parts;
    return combineLatest([sitting$, directory$]).pipe(
      map(([sitting, directory]) => sitting && tutorIn(sitting.learner, directory)),
      distinctUntilChanged((a, b) => JSON.stringify(a) === JSON.stringify(b)),
    );
  }

  async #tutor(): Promise<Actor> {
    const actor = await firstValueFrom(this.#tutor$());
    if (actor === null) throw new ReanError('permission.denied', { action: 'help.answer' });
    return actor;
  }

  #tutoring(actor: Actor, sources: HelpSources): Tutoring | null {
    const [id] = actor.groups;
    const group = id && sources.directory.groups.get(id);
    if (!group) return null;
    const { name, symbol } = group;
    const members = [...sources.directory.learners.values()].filter(
      (account) => !account.disabled && account.group === id,
    );
    const target = { groups: [group.group], scopes: actor.scopes };
    if (!may(actor, 'help.see', target) || !may(actor, 'attendance.see', target)) return null;
    const askers = members.flatMap(({ learner }) => sources.askers.get(learner) ?? []);
    return {
      group: { group: group.group, name, symbol },
      requests: helpRequests(actor, askers, sources).map(tutored),
      today: presence(members.map(learnerCard), sources),
    };
  }
}

/** No more than whoever goes there has to know. */
function tutored(asked: HelpRequest): TutoredRequest {
  const { request, after, learner, seat, sitting, ageMs, to, taker, late, acts } = asked;
  const lesson = sitting.lesson?.title ?? null;
  return { request, after, learner, seat, ageMs, to, taker, late, acts, lesson };
}

/** Who is here today, by name. While no hub has told the day, only who sits somewhere is known to be. */
function presence(
  members: readonly LearnerCard[],
  { directory, all, today }: HelpSources,
): Tutoring['today'] {
  const here = today === null ? null : presentOn(today, members, { directory, all });
  return inNameOrder(members, ({ name }) => name.km).map((learner) => ({
    learner,
    present: here?.get(learner.learner) ?? (all.get(learner.learner)?.seat ? true : null),
  }));
}

function presentOn(
  day: string,
  members: readonly LearnerCard[],
  { directory, all }: Pick<HelpSources, 'directory' | 'all'>,
): ReadonlyMap<LearnerId, boolean> {
  const marks = directory.attendance.on(day);
  return presentToday(
    members.map(({ learner }) => learner),
    {
      proposed: (learner) => {
        const recorded = all.get(learner)?.recorded;
        if (recorded === undefined) return notThere;
        return proposedOn(countedRecords(recorded, directory.attendance.moved, day), day);
      },
      marks: (learner) => marks.get(learner) ?? [],
    },
  );
}
