import type { EventPayload, OpenedEvent } from '../../shared/contracts/documents/event.ts';
import { mostPlaces, mostPlacesBytes } from '../../shared/contracts/documents/state.ts';
import type { Order, PieceProgress, Pieces } from '../../shared/contracts/documents/state.ts';
import { placeBytes } from '../../shared/contracts/piece.ts';
import { lessonKey } from '../lesson-progress.ts';
import { compareOrder, isAfter } from '../order.ts';
import { dayNumber } from '../training/review-card.ts';

type PiecePayload = Extract<EventPayload, { piece: string; sitting: string }>;

/** Pieces while events are folded into them; those they began as stay as they are. */
export class PiecesDraft {
  #pieces: Pieces;

  constructor(before: Pieces) {
    this.#pieces = before;
  }

  get pieces(): Pieces {
    return this.#pieces;
  }

  /** One event more; returns the active time it tells, ms. It may say nothing about pieces. */
  take({ payload, envelope }: OpenedEvent, order: Order): number {
    // A film shown to a group is nothing they opened themselves.
    if (!('piece' in payload) || payload.type === 'viewing.attended') return 0;
    const { date } = envelope.clock.labDay;
    const key = lessonKey(payload.pack, payload.piece);
    const before = this.#pieces[key] ?? begun(payload, order);
    this.#pieces = { ...this.#pieces, [key]: after(before, payload, { order, date }) };
    if (payload.type === 'piece.saved') this.#pieces = withoutOldPlaces(this.#pieces);
    return payload.type === 'piece.opened' ? 0 : payload.activeMs;
  }
}

function begun({ pack, version, piece }: PiecePayload, order: Order): PieceProgress {
  return {
    pack,
    version,
    piece,
    place: null,
    best: null,
    last: null,
    passed: false,
    completed: false,
    activeMs: 0,
    fault: null,
    touched: order,
  };
}

interface When {
  readonly order: Order;
  /** The lab day; null where none was known. */
  readonly date: string | null;
}

function after(before: PieceProgress, payload: PiecePayload, { order, date }: When): PieceProgress {
  const touched = isAfter(order, before.touched) ? order : before.touched;
  const activeMs = before.activeMs + (payload.type === 'piece.opened' ? 0 : payload.activeMs);
  const next = { ...before, activeMs, touched };
  switch (payload.type) {
    case 'piece.opened': {
      // A place is of the version it was saved in.
      const place = before.version === payload.version ? before.place : null;
      return { ...next, version: payload.version, place, fault: null };
    }
    case 'piece.saved':
      // Said late by another version, it doesn't fit the one open now.
      return payload.version === before.version ? { ...next, place: payload.place } : next;
    case 'piece.reported':
      return {
        ...next,
        best: better(before.best, payload.score),
        last: payload.score ?? before.last,
        passed: before.passed || payload.passed === true,
        completed: before.completed || payload.completed,
        ...(payload.completed && !before.completed && date !== null
          ? { finished: dayNumber(date) }
          : {}),
      };
    case 'piece.failed':
      return { ...next, fault: { reason: payload.reason, detail: payload.detail } };
    case 'piece.left':
      return next;
  }
}

function better(best: number | null, score: number | null): number | null {
  if (best === null || score === null) return best ?? score;
  return Math.max(best, score);
}

/** Only the places saved last are kept, so that a learner's state stays small ([PCE5]). */
function withoutOldPlaces(pieces: Pieces): Pieces {
  const newestFirst = Object.entries(pieces)
    .filter(([, { place }]) => place !== null)
    .sort(([, a], [, b]) => compareOrder(b.touched, a.touched));
  let bytes = 0;
  const old = newestFirst.filter(([, { place }], index) => {
    bytes += place === null ? 0 : placeBytes(place);
    return index >= mostPlaces || bytes > mostPlacesBytes;
  });
  if (old.length === 0) return pieces;
  const emptied = old.map(([key, piece]) => [key, { ...piece, place: null }] as const);
  return { ...pieces, ...Object.fromEntries(emptied) };
}
