import type { EventEnvelope, EventPayload } from '../../shared/contracts/documents/event.ts';
import type {
  Help,
  OpenHelp,
  PastHelp,
  Seat,
  Stuck,
} from '../../shared/contracts/documents/state.ts';
import { mostHelpKept, mostLate } from '../../shared/contracts/help.ts';
import type { HelpEnd, Helper } from '../../shared/contracts/help.ts';
import { parseEventId } from '../../shared/event-id.ts';
import { isSame } from '../help/helper.ts';
import { orderOf } from '../order.ts';

type Payload<Type extends EventPayload['type']> = Extract<EventPayload, { type: Type }>;
/** What somebody does about a request. */
type Act = Payload<'help.taken'> | Payload<'help.handed-on'> | Payload<'help.answered'>;

/** Where the learner sat, and how they got on, before the event. */
interface Before {
  readonly seat: Pick<Seat, 'sitting' | 'lesson'> | null;
  readonly stuck: Pick<Stuck, 'wrong'> | null;
}

/** What of an event requests for help go by. */
export interface HelpEvent {
  readonly envelope: Pick<EventEnvelope, '_id' | 'lamport'> & {
    readonly clock: Pick<EventEnvelope['clock'], 'labDay'>;
  };
  readonly payload: EventPayload;
}

/**
 * A learner's requests for help, with one event more ([HLQ2]). An act counts where it names the last one
 * that counted before it: of several that name the same, the first in order does, at every station alike,
 * and whoever came later is remembered, to be told ([HLQ3]). What comes after the end changes nothing.
 */
export function helpAfter(help: Help, before: Before, event: HelpEvent): Help {
  const { payload } = event;
  switch (payload.type) {
    case 'help.asked':
      return asked(help, before, event, payload.sitting);
    case 'help.ended':
      return ended(help, payload.sitting, 'taken-back');
    case 'sitting.ended':
      return ended(help, payload.sitting, 'sitting-ended');
    case 'sitting.started':
      // Who sits down elsewhere has left the seat that was to be come to.
      return help.open === null ? help : over(help, help.open, atEnd(help.open, 'sitting-ended'));
    case 'help.taken':
    case 'help.handed-on':
    case 'help.answered':
      return acted(help, payload, event);
    default:
      return help;
  }
}

function asked(help: Help, { seat, stuck }: Before, event: HelpEvent, sitting: string): Help {
  if (seat?.sitting !== sitting || help.open?.sitting === sitting) return help;
  const { envelope } = event;
  const open: OpenHelp = {
    asked: orderOf(envelope),
    station: parseEventId(envelope._id).station,
    day: envelope.clock.labDay.date,
    lesson: seat.lesson,
    wrong: stuck?.wrong ?? 0,
    sitting: seat.sitting,
    last: envelope._id,
    to: { for: 'anybody' },
    handedBy: null,
    taker: null,
    late: [],
    wasTaken: false,
    waitedMs: null,
  };
  return { ...help, open, asked: help.asked + 1 };
}

function ended(help: Help, sitting: string, end: HelpEnd): Help {
  const { open } = help;
  return open?.sitting === sitting ? over(help, open, atEnd(open, end)) : help;
}

/** It ended with nobody's word on it: how long whoever had taken it was at it is not known. */
function atEnd(open: OpenHelp, end: HelpEnd): Ending {
  return { end, by: open.taker, waitedMs: open.waitedMs, tookMs: null };
}

type Ending = Pick<PastHelp, 'end' | 'by' | 'waitedMs' | 'tookMs'>;

function over(help: Help, open: OpenHelp, ending: Ending): Help {
  const { asked, station, day, lesson, wrong } = open;
  const past = [...help.past, { asked, station, day, lesson, wrong, ...ending }];
  return { ...help, open: null, past: past.slice(-mostHelpKept) };
}

function acted(help: Help, act: Act, event: HelpEvent): Help {
  const { open } = help;
  if (open === null || open.asked.id !== act.request) return help;
  const last = event.envelope._id;
  if (act.after !== open.last) return { ...help, open: withLate(open, act.by) };
  const next = { ...open, last, late: [], ...waitedBy(open, act) };
  switch (act.type) {
    case 'help.taken':
      return { ...help, open: { ...next, taker: act.by } };
    case 'help.handed-on':
      return { ...help, open: { ...next, taker: null, to: act.to, handedBy: act.by } };
    case 'help.answered':
      return answered(help, next, act);
  }
}

/** Whom an officer has to come to waits on, for officers ([HLQ4]). */
function answered(help: Help, open: OpenHelp, act: Payload<'help.answered'>): Help {
  if (act.outcome === 'needs-officer') {
    return { ...help, open: { ...open, taker: null, to: { for: 'officer' }, handedBy: act.by } };
  }
  const ending = { end: act.outcome, by: act.by, waitedMs: open.waitedMs, tookMs: act.tookMs };
  return { ...over(help, open, ending), answered: help.answered + 1 };
}

/** The waiting ends with the first who comes. */
function waitedBy(open: OpenHelp, act: Act): Pick<OpenHelp, 'wasTaken' | 'waitedMs'> {
  if (open.wasTaken || act.type === 'help.handed-on') {
    return { wasTaken: open.wasTaken, waitedMs: open.waitedMs };
  }
  return { wasTaken: true, waitedMs: act.waitedMs };
}

function withLate(open: OpenHelp, by: Helper): OpenHelp {
  if (isSame(open.taker, by) || open.late.some((each) => isSame(each, by))) return open;
  return { ...open, late: [...open.late, by].slice(0, mostLate) };
}
