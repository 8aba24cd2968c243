import {
  finishMessage,
  frameMessageSchema,
  leavingMessage,
  maxMessageLength,
  pingMessage,
  restMessage,
} from '../../shared/contracts/piece-bridge.ts';
import type { FilmMessage, FrameMessage } from '../../shared/contracts/piece-bridge.ts';
import type { Board } from '../../shared/contracts/board.ts';
import { placeBytes } from '../../shared/contracts/piece.ts';
import type { PieceView } from '../../shared/contracts/ipc/views.ts';
import type { PieceFault, PieceResult } from '../../shared/contracts/piece.ts';
import { fullAllowance, takeOne } from './allowance.ts';

/** What a frame may say at once and on the whole; a player of ours says a few things a second at most. */
const messageLimit = { burst: 60, perSecond: 10 };
/** Kinds whose folders hold no code: nobody but our own player says that something plays there. */
const believed: readonly PieceView['kind'][] = ['media', 'epub'];
/** Kinds of which some say when they are done and some don't, as their frame tells. */
const asking: readonly PieceView['kind'][] = ['scorm', 'cmi5'];
/** Kinds that are read, and searched by words that are typed. */
export const bookKinds: readonly PieceView['kind'][] = ['epub', 'pdf', 'zim'];
/** How long it may take to be ready, ms: large packages on old PCs need many seconds. */
const readyWithinMs = 30_000;
/** How often it is asked whether it is there, and how long it may be silent, ms. */
const pingEveryMs = 2_000;
const silentForMs = 10_000;
/** A place is saved this often at most, and the more seldom the longer it is: 200 bytes a second. */
const saveEveryMs = 5_000;
const msPerByte = 5;

export interface PieceLinkEvents {
  ready(): void;
  result(result: PieceResult): void;
  playing(playing: boolean): void;
  /** Whether its learner is to be asked if what is open is done. */
  ownWord(wanted: boolean): void;
  /** The on-screen keyboard a book's reader chose ([KHM10]); of no use where nobody sits. */
  board?(board: Board): void;
  /** Where a film on a big screen is ([GRP1]); of no use to others. */
  film?(told: FilmMessage): void;
  /** It is over: the frame has to go. Nothing comes after this. */
  failed(fault: PieceFault): void;
  /** A place to be saved now. @throws where it could not be: it is then tried again */
  save(place: string): Promise<unknown>;
  /** A place that is saved later, unless it ends before. */
  keep(place: string): void;
}

/**
 * The shell's end of a frame's port ([PCE2], [PCE3]): what comes is limited, parsed and its own; a frame
 * that says too much, or nothing, is ended.
 */
export class PieceLink {
  readonly #view: Pick<PieceView, 'nonce' | 'kind'>;
  readonly #send: (text: string) => void;
  readonly #events: PieceLinkEvents;
  #messages;
  readonly #openedMs: number;
  #ready = false;
  #over = false;
  #heardMs: number;
  #pingedMs: number;
  #place: string | null = null;
  #savedMs = -Infinity;
  #told: () => void = () => undefined;

  constructor(
    view: Pick<PieceView, 'nonce' | 'kind'>,
    send: (text: string) => void,
    events: PieceLinkEvents,
    nowMs: number,
  ) {
    this.#view = view;
    this.#send = send;
    this.#events = events;
    this.#messages = fullAllowance(messageLimit, nowMs);
    this.#openedMs = nowMs;
    this.#heardMs = nowMs;
    this.#pingedMs = nowMs;
  }

  /** The last place told that is not saved yet. */
  get unsavedPlace(): string | null {
    return this.#place;
  }

  /** Asks for the last place; resolves once it was told, and never where nobody answers. */
  askLastPlace(): Promise<void> {
    if (this.#over || !this.#ready) return Promise.resolve();
    return new Promise((resolve) => {
      this.#told = resolve;
      this.#send(leavingMessage);
    });
  }

  /** Its learner says that what is open is done; the frame tells what comes of that. */
  finish(): void {
    if (!this.#over && this.#ready) this.#send(finishMessage);
  }

  /** Its learner can't go on just now: what plays stops where it is. */
  rest(): void {
    if (!this.#over && this.#ready) this.#send(restMessage);
  }

  /** Takes what came over the port, whatever it is. */
  receive(data: unknown, nowMs: number): void {
    if (this.#over) return;
    const left = takeOne(this.#messages, messageLimit, nowMs);
    if (left === null) return this.end({ reason: 'flood', detail: 'too many messages' });
    this.#messages = left;
    const message = this.#parse(data);
    if (message === null) return this.end({ reason: 'flood', detail: 'not a message' });
    this.#heardMs = nowMs;
    this.#take(message, nowMs);
  }

  /** To be called every second or so. */
  tick(nowMs: number): void {
    if (this.#over) return;
    if (!this.#ready && nowMs - this.#openedMs > readyWithinMs) {
      return this.end({ reason: 'silent', detail: 'not ready in time' });
    }
    if (this.#ready && nowMs - this.#heardMs > silentForMs) {
      return this.end({ reason: 'stuck', detail: 'no answer' });
    }
    if (this.#ready && nowMs - this.#pingedMs >= pingEveryMs) {
      this.#pingedMs = nowMs;
      this.#send(pingMessage);
    }
    this.#saveIfDue(nowMs);
  }

  /** Ends it, with a reason; once. */
  end(fault: PieceFault): void {
    if (this.#over) return;
    this.#over = true;
    this.#events.failed(fault);
  }

  #parse(data: unknown): FrameMessage | null {
    if (typeof data !== 'string' || data.length > maxMessageLength) return null;
    try {
      const message = frameMessageSchema.safeParse(JSON.parse(data)).data ?? null;
      return message?.nonce === this.#view.nonce ? message : null;
    } catch {
      return null;
    }
  }

  #take(message: FrameMessage, nowMs: number): void {
    switch (message.kind) {
      case 'here':
        return;
      case 'told':
        return this.#told();
      case 'ready':
        if (this.#ready) return;
        this.#ready = true;
        this.#pingedMs = nowMs;
        return this.#events.ready();
      case 'place':
        this.#place = message.place;
        this.#saveIfDue(nowMs);
        if (this.#place !== null) this.#events.keep(this.#place);
        return;
      case 'playing':
        // Code of others would keep a sitting open for ever ([KSK7]).
        if (!believed.includes(this.#view.kind)) return;
        return this.#events.playing(message.playing);
      case 'own-word':
        if (!asking.includes(this.#view.kind)) return;
        return this.#events.ownWord(message.wanted);
      case 'board':
        if (!bookKinds.includes(this.#view.kind)) return;
        return this.#events.board?.(message.board);
      case 'film':
        return this.#events.film?.(message);
      case 'result': {
        const { score, passed, completed, answers } = message;
        return this.#events.result({ score, passed, completed, ...(answers && { answers }) });
      }
      case 'failed':
        return this.end({ reason: message.reason, detail: message.detail });
    }
  }

  #saveIfDue(nowMs: number): void {
    if (this.#place === null) return;
    const every = Math.max(saveEveryMs, placeBytes(this.#place) * msPerByte);
    if (nowMs - this.#savedMs < every) return;
    const place = this.#place;
    this.#place = null;
    this.#savedMs = nowMs;
    // Another one may have been told by the time that is known.
    this.#events.save(place).catch(() => (this.#place ??= place));
  }
}
