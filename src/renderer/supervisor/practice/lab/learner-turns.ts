import { answerEveryMs, isDone, isHeld, lessonAfter, satDown } from './pretend-seat.ts';
import type { PretendSeat, PretendSitting } from './pretend-seat.ts';

/** On the home screen between two lessons, ms. */
const homeMs = 8_000;
/** Of one that does not get on, ms. */
const wrongEveryMs = 9_000;

/** How long a PC is away that starts anew, and one that was switched off, until somebody switches it on, ms. */
const awayMs = { restart: 8_000, 'power-off': 60_000 } as const;
/** Of one that was closed with the lab, until it is opened again, ms. */
const closedMs = 3_600_000;
/** From then until whoever sat there sits down again, ms. */
const sitsAgainMs = 10_000;

/**
 * A seat a moment later: what its learner does, and what ends by itself.
 * @param ms since before
 * @param hubAnswers whether what is recorded there comes to the hub
 */
export function afterMoment(before: PretendSeat, ms: number, hubAnswers: boolean): PretendSeat {
  const after = afterTurns(before, ms, hubAnswers);
  // What is answered while the hub is away waits at the seat.
  const answered = (after.sitting?.attempts ?? 0) - (before.sitting?.attempts ?? 0);
  const isSame = after.sitting !== null && after.sitting.id === before.sitting?.id;
  return hubAnswers || !isSame ? after : { ...after, waiting: after.waiting + answered };
}

function afterTurns(before: PretendSeat, ms: number, hubAnswers: boolean): PretendSeat {
  const seat = switchedOff(leaving(linked(before, ms, hubAnswers), ms), ms);
  if (seat.link !== 'in-touch') return seat;
  const ended = withEndings(seat, ms);
  return isHeld(seat) ? ended : { ...ended, ...someoneAt(ended, ms) };
}

/** A cable that was put in again brings what was kept there. */
function linked(seat: PretendSeat, ms: number, hubAnswers: boolean): PretendSeat {
  const waiting = hubAnswers ? 0 : seat.waiting;
  if (seat.link === 'in-touch') return { ...seat, waiting, heardMs: 1_000 };
  const heardMs = seat.heardMs === null ? null : seat.heardMs + ms;
  if (seat.backMs === null) return { ...seat, heardMs };
  const backMs = seat.backMs - ms;
  return backMs > 0
    ? { ...seat, heardMs, backMs }
    : { ...seat, ...started(seat), link: 'in-touch', heardMs: 1_000, waiting, backMs: null };
}

/** A PC that was off knows of no closing ([CLS2]). */
const started = ({ link, closing }: PretendSeat) => ({
  leaving: null,
  closing: link === 'cut' && closing,
});

/** A PC that was told to goes, with the sitting at it; a lock is there when it is back ([ACT3]). */
function leaving(seat: PretendSeat, ms: number): PretendSeat {
  const { leaving: going, sitting } = seat;
  if (going === null || going.gone) return seat;
  const leftMs = going.leftMs - ms;
  if (leftMs > 0) return { ...seat, leaving: { ...going, leftMs } };
  return {
    ...seat,
    link: 'off',
    backMs: seat.closing && going.to === 'power-off' ? closedMs : awayMs[going.to],
    leaving: { ...going, gone: true, leftMs: 0 },
    restsMs: 0,
    word: null,
    sitting: null,
    comes: sitting && { learner: sitting.learner, inMs: sitsAgainMs },
  };
}

/** Somebody presses the button of a PC that can't be told to go. */
function switchedOff(seat: PretendSeat, ms: number): PretendSeat {
  if (seat.buttonMs === null) return seat;
  const buttonMs = seat.buttonMs - ms;
  if (buttonMs > 0) return { ...seat, buttonMs };
  const backMs = seat.closing ? closedMs : awayMs['power-off'];
  return { ...seat, buttonMs: null, link: 'off', backMs, sitting: null, comes: null, word: null };
}

/** A rest ends after its time; a word is gone once it was read, and waits while nobody can read it ([ACT8]). */
function withEndings(seat: PretendSeat, ms: number): PretendSeat {
  const restsMs = Math.max(0, seat.restsMs - ms);
  const { word } = seat;
  if (word === null || isHeld(seat)) return { ...seat, restsMs };
  const leftMs = word.leftMs - ms;
  return { ...seat, restsMs, word: leftMs > 0 ? { ...word, leftMs } : null };
}

type SeatTaken = Pick<PretendSeat, 'sitting' | 'comes' | 'expecting'>;

function someoneAt(seat: PretendSeat, ms: number): SeatTaken {
  const { sitting, comes, expecting } = seat;
  if (sitting !== null) {
    return { sitting: afterTurn(sitting, ms), comes: null, expecting: false };
  }
  if (comes === null || seat.closing) return { sitting, comes, expecting };
  const inMs = comes.inMs - ms;
  if (inMs > 0) return { sitting, comes: { ...comes, inMs }, expecting };
  const { learner, lesson } = comes;
  const sat = satDown(learner);
  return {
    sitting: lesson === undefined ? sat : { ...sat, lesson },
    comes: null,
    expecting: false,
  };
}

function afterTurn(sitting: PretendSitting, ms: number): PretendSitting {
  if (sitting.manner === 'left') return sitting;
  const nextMs = sitting.nextMs - ms;
  return nextMs > 0 ? { ...sitting, nextMs } : afterAnswer(sitting);
}

function afterAnswer(sitting: PretendSitting): PretendSitting {
  const { lesson, wrong, attempts, right, manner } = sitting;
  // Begins what comes next.
  if (lesson === null) {
    const at = lessonAfter(attempts);
    return { ...sitting, lesson: { at, done: 0 }, nextMs: answerEveryMs };
  }
  if (manner === 'stuck') {
    return { ...sitting, wrong: wrong + 1, attempts: attempts + 1, nextMs: wrongEveryMs };
  }
  const answered = { ...sitting, wrong: 0, attempts: attempts + 1, right: right + 1 };
  const done = lesson.done + 1;
  return isDone(done)
    ? { ...answered, lesson: null, nextMs: homeMs }
    : { ...answered, lesson: { ...lesson, done }, nextMs: answerEveryMs };
}
