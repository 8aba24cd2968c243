import { BehaviorSubject } from 'rxjs';
import type { Observable } from 'rxjs';
import { helperOf, isSame } from '../../../../domain/help/helper.ts';
import type { Actor } from '../../../../domain/permissions.ts';
import type { GroupScope } from '../../../../shared/contracts/documents/directory.ts';
import type { SignedIn } from '../../../../shared/contracts/ipc/views.ts';
import type { SeatAct, SeatActKind } from '../../../../shared/contracts/seat-order.ts';
import type { Localized } from '../../../../shared/contracts/phrase.ts';
import type { SeatPlaces } from '../../../../shared/contracts/seat-places.ts';
import { ReanError } from '../../../../shared/errors.ts';
import type { LearnerId, StationId } from '../../../../shared/ids.ts';
import { afterMoment } from './learner-turns.ts';
import { PretendHelp } from './pretend-help.ts';
import type { Helping } from './pretend-help.ts';
import { PretendOrders } from './pretend-orders.ts';
import { groups, lessonAt } from './pretend-people.ts';
import { asAtFirst, firstSeats, isHeld } from './pretend-seat.ts';
import type { PretendSeat } from './pretend-seat.ts';
import { mayAct } from './pretend-views.ts';
import type { PretendSource } from './pretend-views.ts';

/** Something that whoever practises did, once it was done: by which the tour goes on. */
export type PracticeDeed =
  | { readonly what: 'seat'; readonly act: SeatActKind; readonly seat: number }
  | { readonly what: 'opened'; readonly learner: LearnerId }
  | { readonly what: 'looked'; readonly seat: number }
  | { readonly what: 'taken' | 'answered' | 'handed' | 'arranged' | 'moved' };

/** What of a look is painted: which lesson, and how far. */
export interface LookedAtLesson {
  readonly title: Localized;
  readonly done: number;
}

/** Until the first request for help, and after one was answered until the next, ms. */
const firstAsksMs = 5_000;
const nextAsksMs = 40_000;
/** The seat of whoever asks for help before others do. */
const asksFirst = 4;

/** Of what the tables of rights are asked in practice: an instructor teaches one of the two groups. */
export const practisingAs = (person: SignedIn): SignedIn => ({
  ...person,
  groups: person.role === 'instructor' ? [groups.a.group] : [],
});

/** An act that a seat has done, and the seat as it was before. */
interface DoneAct {
  readonly act: SeatAct;
  readonly seat: PretendSeat;
}

export interface SeatMove {
  readonly learner: LearnerId;
  readonly from: StationId;
  readonly to: StationId;
}

/** From one seat to another, ms. */
const walksMs = 4_000;

/**
 * A lab that is not there: eight seats and who sits at them, in the memory of this window and nowhere else ([PRC1]).
 * It goes by the rules of the domain for orders, help and rights. Time passes in it only as it is told.
 */
export class PretendLab implements PretendSource {
  readonly actor: Actor;
  readonly name: SignedIn['name'];
  readonly scope: GroupScope;
  readonly targetOf: Helping['targetOf'];
  readonly help: PretendHelp;
  readonly orders = new PretendOrders();
  readonly #changes = new BehaviorSubject(0);
  #seats = firstSeats();
  #deeds: readonly PracticeDeed[] = [];
  #asksInMs = firstAsksMs;
  #moving: SeatMove | null = null;

  constructor(person: SignedIn) {
    const { staff, role, scopes, groups: own, name } = practisingAs(person);
    const [scope = 'men'] = scopes;
    this.scope = scope;
    this.actor = { person: staff, role, scopes: [scope], groups: own };
    this.name = name;
    this.targetOf = ({ group }) => ({ groups: [group], scopes: [scope] });
    this.help = new PretendHelp(this);
  }

  get seats(): readonly PretendSeat[] {
    return this.#seats;
  }

  /** All that was done so far, the newest last. */
  get deeds(): readonly PracticeDeed[] {
    return this.#deeds;
  }

  /** A number that grows with every change. */
  get changes$(): Observable<number> {
    return this.#changes;
  }

  /** Lets time pass. @param ms since before */
  pass(ms: number): void {
    const before = this.#seats;
    const moved = before.map((seat) => afterMoment(seat, ms));
    const done: DoneAct[] = [];
    this.#seats = this.orders.afterMoment(
      moved,
      ms,
      (seat, action) => mayAct(seat, this, action),
      (act, seat) => {
        this.#note({ what: 'seat', act: act.kind, seat: seat.seat });
        done.push({ act, seat });
      },
    );
    for (const deed of done) this.#goOnMoving(deed);
    this.#endHelpOf(before);
    this.help.afterMoment(ms);
    this.#haveSomebodyAsk(ms);
    this.#tell();
  }

  order(act: SeatAct, seats: readonly StationId[]): void {
    this.orders.give(act, seats);
    this.#tell();
  }

  /** The seat it leads to greets them first; only then their sitting ends ([ACT13]). */
  move(move: SeatMove): void {
    this.#moving = move;
    this.order({ kind: 'expect', learner: move.learner, open: 'open' }, [move.to]);
  }

  arrange(places: SeatPlaces): void {
    const spots = new Map(places.map(({ station, ...spot }) => [station, spot]));
    this.#seats = this.#seats.map((seat) => ({ ...seat, place: spots.get(seat.station) ?? null }));
    this.#did({ what: 'arranged' });
  }

  takeHelp(ref: Parameters<PretendHelp['take']>[0]): void {
    this.help.take(ref);
    this.#did({ what: 'taken' });
  }

  handHelp(asked: Parameters<PretendHelp['hand']>[0]): void {
    this.help.hand(asked);
    this.#did({ what: 'handed' });
  }

  /** Whoever was helped gets on again. */
  answerHelp(asked: Parameters<PretendHelp['answer']>[0]): void {
    this.help.answer(asked);
    this.#asksInMs = nextAsksMs;
    this.#seats = this.#seats.map((seat) =>
      seat.sitting?.learner.learner === asked.learner && seat.sitting.manner === 'stuck'
        ? { ...seat, sitting: { ...seat.sitting, manner: 'steady', wrong: 0 } }
        : seat,
    );
    this.#did({ what: 'answered' });
  }

  /** What is open at a seat, for a picture of it. @throws ReanError `look.gone` where no lesson is */
  look(station: StationId, learner: LearnerId): LookedAtLesson {
    const found = this.#seats.find((seat) => seat.station === station);
    const sitting = found?.sitting ?? null;
    if (sitting?.learner.learner !== learner || sitting.lesson === null || !found) {
      throw new ReanError('look.gone');
    }
    const { at, done } = sitting.lesson;
    this.#did({ what: 'looked', seat: found.seat });
    return { title: lessonAt(at).title, done };
  }

  /** Somebody's page was opened. */
  opened(learner: LearnerId): void {
    this.#did({ what: 'opened', learner });
  }

  /** Has a seat stand so that it can be told things: in touch, open, its own learner in a lesson. */
  readySeat(seat: number): void {
    const now = this.#seats.find((each) => each.seat === seat);
    const first = asAtFirst(seat);
    if (now === undefined || first === undefined) return;
    const isReady =
      now.link === first.link &&
      !isHeld(now) &&
      now.sitting?.lesson !== undefined &&
      now.sitting.lesson !== null &&
      now.sitting.manner === first.sitting?.manner;
    if (isReady) return;
    this.#change((each) =>
      each.seat === seat ? { ...first, place: each.place, last: each.last } : each,
    );
  }

  /** The same, and locked. */
  readyLocked(seat: number): void {
    const locked = this.#seats.find((each) => each.seat === seat && each.lock !== null);
    if (locked !== undefined) return;
    this.readySeat(seat);
    this.#change((each) => (each.seat === seat ? { ...each, lock: { message: 'listen' } } : each));
  }

  /** Has seats rest, where none does. */
  readyResting(ms: number): void {
    if (this.#seats.some(({ restsMs }) => restsMs > 0)) return;
    this.#change((seat) => (seat.link === 'in-touch' ? { ...seat, restsMs: ms } : seat));
  }

  /** Has somebody ask for help now, unless somebody does that this person may answer. */
  wantHelp(): void {
    if (this.#isAsked()) return;
    if (this.#whoCouldAsk() === undefined) this.readySeat(asksFirst);
    const seat = this.#whoCouldAsk();
    if (seat !== undefined) this.help.ask(seat);
    this.#tell();
  }

  #goOnMoving({ act, seat }: DoneAct): void {
    const moving = this.#moving;
    if (moving === null) return;
    const { learner, from, to } = moving;
    const target = this.#seats.find(({ station }) => station === to);
    if (act.kind === 'expect' && seat.station === to && target !== undefined) {
      this.orders.give({ kind: 'end-sitting', learner, to: target.seat }, [from]);
    }
    if (act.kind !== 'end-sitting' || seat.station !== from || seat.sitting === null) return;
    const { learner: card, lesson } = seat.sitting;
    const comes = { learner: card, lesson, inMs: walksMs };
    this.#seats = this.#seats.map((each) => (each.station === to ? { ...each, comes } : each));
    this.#moving = null;
    this.#note({ what: 'moved' });
  }

  /** Whether a request stands that nobody else has. */
  #isAsked(): boolean {
    return this.#seats.some((seat) => {
      const open = seat.sitting && this.help.of(seat.sitting.learner.learner).open;
      if (!open || !mayAct(seat, this)) return false;
      const { taker, to } = open;
      return to.for !== 'tutor' && (taker === null || isSame(taker, helperOf(this.actor)));
    });
  }

  #whoCouldAsk(): PretendSeat | undefined {
    const able = this.#seats.filter(
      (seat) =>
        seat.link === 'in-touch' &&
        !isHeld(seat) &&
        seat.sitting !== null &&
        seat.sitting.manner !== 'left' &&
        this.help.of(seat.sitting.learner.learner).open === null &&
        mayAct(seat, this),
    );
    return able.find(({ seat }) => seat === asksFirst) ?? able[0];
  }

  #haveSomebodyAsk(ms: number): void {
    if (this.#isAsked()) return;
    this.#asksInMs -= ms;
    if (this.#asksInMs > 0) return;
    this.#asksInMs = nextAsksMs;
    const seat = this.#whoCouldAsk();
    if (seat !== undefined) this.help.ask(seat);
  }

  #change(change: (seat: PretendSeat) => PretendSeat): void {
    const before = this.#seats;
    this.#seats = before.map(change);
    this.#endHelpOf(before);
    this.#tell();
  }

  /** A request ends with the sitting it was made in. */
  #endHelpOf(before: readonly PretendSeat[]): void {
    for (const { sitting, station } of before) {
      const now = this.#seats.find((seat) => seat.station === station)?.sitting;
      if (sitting !== null && now?.id !== sitting.id) {
        this.help.end(sitting.learner.learner, sitting.id, station);
      }
    }
  }

  #did(deed: PracticeDeed): void {
    this.#note(deed);
    this.#tell();
  }

  #note(deed: PracticeDeed): void {
    this.#deeds = [...this.#deeds, deed];
  }

  #tell(): void {
    this.#changes.next(this.#changes.value + 1);
  }
}
