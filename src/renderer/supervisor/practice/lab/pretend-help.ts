import { helpAfter } from '../../../../domain/fold/fold-help.ts';
import { helpActs } from '../../../../domain/help/help-acts.ts';
import type { HelpAct } from '../../../../domain/help/help-acts.ts';
import { helperOf } from '../../../../domain/help/helper.ts';
import { mayAnywhere } from '../../../../domain/permissions.ts';
import type { Actor, Target } from '../../../../domain/permissions.ts';
import type { EventPayload } from '../../../../shared/contracts/documents/event.ts';
import { noHelp } from '../../../../shared/contracts/documents/state.ts';
import type { Help, OpenHelp } from '../../../../shared/contracts/documents/state.ts';
import type { HelpFor, HelpOutcome, Helper } from '../../../../shared/contracts/help.ts';
import type { HelpRef } from '../../../../shared/contracts/ipc/help-views.ts';
import type { LearnerCard } from '../../../../shared/contracts/ipc/views.ts';
import { ReanError } from '../../../../shared/errors.ts';
import { formatEventId } from '../../../../shared/event-id.ts';
import { storeIdSchema } from '../../../../shared/ids.ts';
import type { EventId, LearnerId, SittingId, StationId } from '../../../../shared/ids.ts';
import { learners, stationAt } from './pretend-people.ts';
import type { PretendSeat } from './pretend-seat.ts';

/** The one day there is in the pretend lab. */
export const pretendDay = '2026-01-01';
const store = storeIdSchema.parse('0000000000000000');
/** Nobody sits at it: the PC of whoever practises. */
const desk = stationAt(9);
/** Until the pretend peer tutor takes what was handed to them, and has answered it, ms. */
const tutorComesMs = 5_000;
const tutorTakesMs = 15_000;

/** Who practises, and the target their rights to a learner are judged by. */
export interface Helping {
  readonly actor: Actor;
  readonly targetOf: (learner: LearnerCard) => Target;
}

/**
 * The help queue of the pretend lab. What becomes of a request is worked out by the domain's own fold, of acts that
 * lie nowhere but here ([PRC1]).
 */
export class PretendHelp {
  readonly #helping: Helping;
  #helps: ReadonlyMap<LearnerId, Help> = new Map();
  /** When each open request was made, and taken, by the pretend lab's own time, ms. */
  #since: ReadonlyMap<EventId, number> = new Map();
  #acts = 0;
  #nowMs = 0;

  constructor(helping: Helping) {
    this.#helping = helping;
  }

  of(learner: LearnerId): Help {
    return this.#helps.get(learner) ?? noHelp;
  }

  /** Since an act or a request, ms. */
  ageOf(id: EventId): number {
    return this.#nowMs - (this.#since.get(id) ?? this.#nowMs);
  }

  ask(seat: PretendSeat): void {
    const { sitting, station } = seat;
    if (sitting === null) return;
    this.#record(
      sitting.learner.learner,
      station,
      { type: 'help.asked', sitting: sitting.id },
      seat,
    );
  }

  /** The sitting a request was made in is over. */
  end(learner: LearnerId, sitting: SittingId, station: StationId): void {
    this.#record(learner, station, { type: 'sitting.ended', sitting, reason: 'staff' });
  }

  take(ref: HelpRef): void {
    const open = this.#judged(ref, 'take');
    const waitedMs = open.wasTaken ? null : this.ageOf(ref.request);
    this.#act(ref, { type: 'help.taken', ...this.#said(ref), waitedMs });
  }

  hand({ to, ...ref }: HelpRef & { readonly to: HelpFor }): void {
    this.#judged(ref, `to-${to.for}`);
    if (to.for === 'tutor' && to.tutor !== learners.star.learner) {
      throw new ReanError('permission.denied', { act: 'to-tutor' });
    }
    this.#act(ref, { type: 'help.handed-on', ...this.#said(ref), to });
  }

  answer({ outcome, ...ref }: HelpRef & { readonly outcome: HelpOutcome }): void {
    const { actor } = this.#helping;
    const open = this.#judged(ref, 'answer');
    if (outcome === 'needs-officer' && mayAnywhere(actor.role, 'help.direct')) {
      throw new ReanError('permission.denied', { act: 'to-officer' });
    }
    this.#act(ref, this.#answered(ref, open, helperOf(actor), outcome));
  }

  /** A moment later: the pretend peer tutor comes to whom was handed to them. @param ms since before */
  afterMoment(ms: number): void {
    this.#nowMs += ms;
    const tutor = learners.star.learner;
    for (const [learner, { open }] of this.#helps) {
      if (open === null || open.to.for !== 'tutor' || open.to.tutor !== tutor) continue;
      const ref = { learner, request: open.asked.id, after: open.last };
      const age = this.ageOf(open.last);
      if (open.taker === null && age > tutorComesMs) {
        const waitedMs = open.wasTaken ? null : this.ageOf(ref.request);
        this.#act(ref, { type: 'help.taken', ...this.#said(ref, { tutor }), waitedMs });
      } else if (open.taker !== null && 'tutor' in open.taker && age > tutorTakesMs) {
        this.#act(ref, this.#answered(ref, open, { tutor }, 'helped'));
      }
    }
  }

  /** As a station's desk looks at an act before it records it. @throws ReanError `help.over`, `help.moved`, `permission.denied` */
  #judged({ learner, request, after }: HelpRef, act: HelpAct): OpenHelp {
    const { open } = this.of(learner);
    const asker = Object.values(learners).find((each) => each.learner === learner);
    if (asker === undefined) throw new ReanError('learner.unknown');
    if (open === null || open.asked.id !== request) throw new ReanError('help.over');
    if (open.last !== after) throw new ReanError('help.moved');
    const { actor, targetOf } = this.#helping;
    if (!helpActs(actor, { learner, target: targetOf(asker) }, open).includes(act)) {
      throw new ReanError('permission.denied', { act });
    }
    return open;
  }

  #said({ request, after }: HelpRef, by: Helper = helperOf(this.#helping.actor)) {
    return { request, after, by };
  }

  #answered(ref: HelpRef, open: OpenHelp, by: Helper, outcome: HelpOutcome): EventPayload {
    const waitedMs = open.wasTaken ? null : this.ageOf(ref.request);
    const tookMs = open.taker === null ? null : this.ageOf(open.last);
    return { type: 'help.answered', ...this.#said(ref, by), outcome, waitedMs, tookMs };
  }

  #act({ learner }: HelpRef, payload: EventPayload): void {
    this.#record(learner, desk, payload);
  }

  #record(
    learner: LearnerId,
    station: StationId,
    payload: EventPayload,
    { sitting }: Partial<Pick<PretendSeat, 'sitting'>> = {},
  ): void {
    this.#acts += 1;
    const _id = formatEventId({ station, store, seq: this.#acts });
    const clock = { labDay: { date: pretendDay, sure: true } };
    const seat = sitting ? { sitting: sitting.id, lesson: null } : null;
    const stuck = sitting ? { wrong: sitting.wrong } : null;
    const event = { envelope: { _id, lamport: this.#acts, clock }, payload };
    const after = helpAfter(this.of(learner), { seat, stuck }, event);
    this.#helps = new Map([...this.#helps, [learner, after]]);
    this.#since = new Map([...this.#since, [_id, this.#nowMs]]);
  }
}
