import { BehaviorSubject } from 'rxjs';
import type { Observable } from 'rxjs';
import type { Actor } from '../../../../domain/permissions.ts';
import type { GroupScope } from '../../../../shared/contracts/documents/directory.ts';
import type { SignedIn } from '../../../../shared/contracts/ipc/views.ts';
import type { SeatAct } from '../../../../shared/contracts/seat-order.ts';
import type { SeatPlaces } from '../../../../shared/contracts/seat-places.ts';
import { ReanError } from '../../../../shared/errors.ts';
import type { LearnerId, StationId } from '../../../../shared/ids.ts';
import type { OverrideResult } from '../../../../shared/contracts/override.ts';
import { afterMoment } from './learner-turns.ts';
import { lookAt } from './look-at.ts';
import type { LookedAtLesson } from './look-at.ts';
import type { PracticeDeed } from './practice-deed.ts';
import { PretendCodes } from './pretend-codes.ts';
import { PretendHelp } from './pretend-help.ts';
import type { Helping } from './pretend-help.ts';
import { PretendHub } from './pretend-hub.ts';
import { PretendOrders } from './pretend-orders.ts';
import { practisingAs } from './practising-as.ts';
import { firstSeats } from './pretend-seat.ts';
import type { PretendSeat } from './pretend-seat.ts';
import { mayAct } from './pretend-views.ts';
import type { PretendSource } from './pretend-views.ts';
import { allAnew, areAllOff, seatLocked, seatReady, seatsResting } from './ready-seats.ts';
import { asksFirst, isAsked, whoCouldAsk } from './who-asks.ts';

/** Until the first request for help, and after one was answered until the next, ms. */
const firstAsksMs = 5_000;
const nextAsksMs = 40_000;
/** The seat whose sheet of codes lies beside it. */
export const codesSeat = 3;

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

/** From the word that a computer goes until it is off, ms. */
const goesMs = 2_000;
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
  readonly hub = new PretendHub();
  readonly codes = new PretendCodes();
  /** Whether all is off, as at the end of a day. */
  readonly closed$ = new BehaviorSubject(false);
  /** How far the officer's own pretend computer is with going off. */
  readonly desk$ = new BehaviorSubject<'on' | 'going' | 'off'>('on');
  readonly #changes = new BehaviorSubject(0);
  #seats = firstSeats();
  #deeds: readonly PracticeDeed[] = [];
  #asksInMs = firstAsksMs;
  #moving: SeatMove | null = null;
  /** Until that computer is off, ms. */
  #deskGoesMs = 0;

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

  /** The newest last. */
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
    this.hub.pass(ms);
    this.#deskGoesMs -= ms;
    if (this.desk$.value === 'going' && this.#deskGoesMs <= 0) this.desk$.next('off');
    this.codes.pass(ms);
    const moved = before.map((seat) => afterMoment(seat, ms, this.hub.answers));
    const done: DoneAct[] = [];
    this.#seats = this.orders.afterMoment(
      moved,
      ms,
      (seat, action) => mayAct(seat, this, action),
      (act, seat, byHub) => {
        this.#note({ what: 'seat', act: act.kind, seat: seat.seat, byHub });
        done.push({ act, seat });
      },
    );
    for (const deed of done) this.#goOnMoving(deed);
    this.#endHelpOf(before);
    this.help.afterMoment(ms);
    this.#haveSomebodyAsk(ms);
    this.#lookWhetherClosed();
    this.#tell();
  }

  /** Has the hub be away, or there again. */
  haveHub(state: 'there' | 'away'): void {
    this.hub.be(state);
    this.#tell();
  }

  /**
   * Switches the hub off, as the last of all ([CLS4]).
   * @throws ReanError `hub.away`, `hub.seats-on` where seats are on that whoever does it does not know of
   */
  powerOffHub(despite: readonly StationId[]): void {
    if (!this.hub.answers) throw new ReanError('hub.away');
    const on = this.#seats.filter(
      ({ link, station }) => link === 'in-touch' && !despite.includes(station),
    );
    if (on.length > 0) throw new ReanError('hub.seats-on', { seats: on.length });
    this.hub.powerOff();
    this.#tell();
  }

  /** Switches the computer off that whoever practises sits at, as in closing a lab ([CLS7]). */
  powerOffDesk(): void {
    this.#deskGoesMs = goesMs;
    this.desk$.next('going');
    this.#tell();
  }

  /** Has the lab be as it was when practice began: as on the next day. */
  openAgain(): void {
    this.hub.be('there');
    this.closed$.next(false);
    this.desk$.next('on');
    this.#stand(allAnew);
  }

  /** Tries a code of paper at the seat whose sheet it is. @throws ReanError `permission.denied` where it is not locked */
  enterCode(code: string): OverrideResult {
    const locked = this.#seats.some(({ seat, lock }) => seat === codesSeat && lock !== null);
    if (!locked) throw new ReanError('permission.denied');
    const came = this.codes.enter(code);
    if (came.result === 'opened') {
      this.#note({ what: 'code' });
      this.#stand((seats) =>
        seats.map((each) => (each.seat === codesSeat ? { ...each, lock: null } : each)),
      );
    }
    return came;
  }

  order(act: SeatAct, seats: readonly StationId[]): void {
    this.orders.give(act, seats, this.hub.answers);
    this.#tell();
  }

  /** The seat it leads to greets them first; only then their sitting ends ([ACT13]). */
  move(move: SeatMove): void {
    this.#moving = move;
    this.order({ kind: 'expect', learner: move.learner, open: 'open' }, [move.to]);
  }

  arrange(places: SeatPlaces): void {
    if (!this.hub.answers) throw new ReanError('hub.away');
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

  /** What is open at a seat, for a picture of it. @throws ReanError `look.gone` where no lesson is, `hub.away` */
  look(station: StationId, learner: LearnerId): LookedAtLesson {
    if (!this.hub.answers) throw new ReanError('hub.away');
    const { seat, ...lesson } = lookAt(this.#seats, station, learner);
    this.#did({ what: 'looked', seat });
    return lesson;
  }

  /** Somebody's page was opened. */
  opened(learner: LearnerId): void {
    this.#did({ what: 'opened', learner });
  }

  /** Has the lab be open, and its hub there. */
  readyHub(): void {
    if (this.closed$.value) this.openAgain();
    if (!this.hub.answers) this.haveHub('there');
  }

  /** Has a seat stand so that it can be told things. */
  readySeat(seat: number): void {
    this.#stand((seats) => seatReady(seats, seat));
  }

  readyLocked(seat: number): void {
    this.#stand((seats) => seatLocked(seats, seat));
  }

  readyResting(ms: number): void {
    this.#stand((seats) => seatsResting(seats, ms));
  }

  /** Has somebody ask for help now, unless somebody does that this person may answer. */
  wantHelp(): void {
    if (isAsked(this)) return;
    if (whoCouldAsk(this) === undefined) this.readySeat(asksFirst);
    const seat = whoCouldAsk(this);
    if (seat !== undefined) this.help.ask(seat);
    this.#tell();
  }

  #goOnMoving({ act, seat }: DoneAct): void {
    const moving = this.#moving;
    if (moving === null) return;
    const { learner, from, to } = moving;
    const target = this.#seats.find(({ station }) => station === to);
    if (act.kind === 'expect' && seat.station === to && target !== undefined) {
      const end = { kind: 'end-sitting', learner, to: target.seat } as const;
      this.orders.give(end, [from], this.hub.answers);
    }
    if (act.kind !== 'end-sitting' || seat.station !== from || seat.sitting === null) return;
    const { learner: card, lesson } = seat.sitting;
    const comes = { learner: card, lesson, inMs: walksMs };
    this.#seats = this.#seats.map((each) => (each.station === to ? { ...each, comes } : each));
    this.#moving = null;
    this.#note({ what: 'moved' });
  }

  /** All is off that can be heard of, the hub too. */
  #lookWhetherClosed(): void {
    const isClosed = !this.hub.answers && areAllOff(this.#seats);
    if (isClosed === this.closed$.value) return;
    if (isClosed) this.#note({ what: 'closed' });
    this.closed$.next(isClosed);
  }

  #haveSomebodyAsk(ms: number): void {
    if (isAsked(this)) return;
    this.#asksInMs -= ms;
    if (this.#asksInMs > 0) return;
    this.#asksInMs = nextAsksMs;
    const seat = whoCouldAsk(this);
    if (seat !== undefined) this.help.ask(seat);
  }

  #stand(change: (seats: readonly PretendSeat[]) => readonly PretendSeat[]): void {
    const before = this.#seats;
    this.#seats = change(before);
    if (this.#seats === before) return;
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
