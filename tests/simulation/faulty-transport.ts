import { inject } from 'light-my-request';
import type { Hub } from '../../src/hub/hub.ts';
import type { StationConfig } from '../../src/shared/contracts/station-config.ts';
import { ReanError } from '../../src/shared/errors.ts';
import type { Generation } from '../../src/shared/ids.ts';
import type { Randomness } from '../../src/shared/ports.ts';
import { showCertificate } from '../factories/shown-certificate.ts';
import type { Effect, Tally } from './tally.ts';
import type { HubRequest, HubResponse, Transport } from '../../src/sync/transport/transport.ts';

/** How often what happens to a request, of 1; what is left over goes well. */
export interface Faults {
  /** The request never arrives. */
  readonly dropped: number;
  /** The hub does what was asked, and its answer is lost. */
  readonly answerLost: number;
  /** Nothing comes, until the station gives up; the hub may have done what was asked. */
  readonly halfOpen: number;
  readonly delayed: number;
  /** The hub gets the request twice. */
  readonly doubled: number;
  /** The hub gets the request once more, long after it was answered: behind later ones. */
  readonly doubledLate: number;
  readonly serverError: number;
  readonly garbled: number;
  readonly refused: number;
}

export const noFaults: Faults = {
  dropped: 0,
  answerLost: 0,
  halfOpen: 0,
  delayed: 0,
  doubled: 0,
  doubledLate: 0,
  serverError: 0,
  garbled: 0,
  refused: 0,
};

export const badLan: Faults = {
  dropped: 0.08,
  answerLost: 0.08,
  halfOpen: 0.03,
  delayed: 0.2,
  doubled: 0.06,
  doubledLate: 0.03,
  serverError: 0.03,
  garbled: 0.02,
  refused: 0.01,
};

/** Requests leave, and nothing comes back. */
export const swallowingLan: Faults = { ...noFaults, halfOpen: 1 };

/** What a station's line to the hub is like at the moment. */
export interface Lan {
  /** Null while the hub is off, or a cable out. */
  readonly hub: Hub | null;
  readonly faults: Faults;
  /** Whether requests leave and nothing comes back, for everybody. */
  readonly swallowing: boolean;
}

/** Hears every answer that the hub gave, whether it arrived or not. */
type Overhear = (request: HubRequest, response: HubResponse) => void;

interface TransportParts {
  readonly randomness: Randomness;
  readonly overhear: Overhear;
  readonly tally: Tally;
}

const effectOf: Readonly<Record<keyof Faults, Effect>> = {
  dropped: 'request dropped',
  answerLost: 'answer lost',
  halfOpen: 'half-open',
  delayed: 'delayed',
  doubled: 'doubled',
  doubledLate: 'doubled long after',
  serverError: 'server error',
  garbled: 'garbled',
  refused: 'refused',
};

interface Asking extends HubRequest {
  /** The generation of the hub that was there; null while there was none. */
  readonly to: Generation | null;
}

const unreachable = (reason: string) => new ReanError('hub.unreachable', { reason });
const longestDelayMs = 4000;

/** A station's line to a hub in this process, with the faults of a bad LAN. */
export class FaultyTransport implements Transport {
  readonly #lan: () => Lan;
  readonly #randomness: Randomness;
  readonly #shown: Readonly<Record<string, string>>;
  readonly #overhear: Overhear;
  readonly #tally: Tally;
  /** Requests that went on their way so far. */
  #asked = 0;
  #cut = false;

  constructor(
    lan: () => Lan,
    station: StationConfig,
    { randomness, overhear, tally }: TransportParts,
  ) {
    this.#lan = lan;
    this.#shown = showCertificate(station);
    this.#randomness = randomness;
    this.#overhear = overhear;
    this.#tally = tally;
  }

  /** For good: the station behind it has lost its power. */
  cut(): void {
    this.#cut = true;
  }

  close(): void {}

  send(request: HubRequest): Promise<HubResponse> {
    const { signal } = request;
    if (signal?.aborted === true) return Promise.reject(unreachable('cancelled'));
    return new Promise((resolve, reject) => {
      const cancel = () => reject(unreachable('cancelled'));
      signal?.addEventListener('abort', cancel, { once: true });
      const to = this.#lan().hub?.site.generation ?? null;
      this.#fateOf({ ...request, to })
        .then(resolve, reject)
        .finally(() => signal?.removeEventListener('abort', cancel));
    });
  }

  async #fateOf(request: Asking): Promise<HubResponse> {
    const { faults, swallowing } = this.#lan();
    const fate = this.#draw(faults);
    if (fate !== null) this.#tally.note(swallowing ? 'request swallowed' : effectOf[fate]);
    switch (fate) {
      case 'dropped':
        throw unreachable('dropped');
      case 'answerLost':
        await this.#ask(request);
        throw unreachable('answer lost');
      case 'halfOpen':
        return this.#hang(request);
      case 'delayed':
        return this.#askLater(request);
      case 'doubled':
        await this.#ask(request);
        return this.#ask(request);
      case 'doubledLate':
        this.#askAgainLate(request);
        return this.#ask(request);
      case 'serverError':
        return { status: 500, text: '{"error":"oh_no","reason":"broken"}' };
      case 'garbled':
        return { status: 200, text: '{"results":[' };
      case 'refused':
        return { status: 401, text: '{"error":"unauthorized","reason":"no"}' };
      case null:
        return this.#ask(request);
    }
  }

  #draw(faults: Faults): keyof Faults | null {
    let left = this.#randomness.fraction();
    for (const [fate, share] of entriesOf(faults)) {
      left -= share;
      if (left < 0) return fate;
    }
    return null;
  }

  async #hang(request: Asking): Promise<never> {
    if (this.#randomness.fraction() < 0.5) this.#ask(request).catch(() => undefined);
    await after(request.timeoutMs);
    throw new ReanError('hub.timeout');
  }

  async #askLater(request: Asking): Promise<HubResponse> {
    const asked = this.#asked;
    await after(this.#randomness.fraction() * longestDelayMs);
    if (this.#asked > asked) this.#tally.note('overtaken by a later request');
    return this.#ask(request);
  }

  #askAgainLate(request: Asking): void {
    const { signal: _gone, ...again } = request;
    after(longestDelayMs * (1 + this.#randomness.fraction() * 4))
      .then(() => this.#ask(again))
      .catch(() => undefined);
  }

  async #ask(request: Asking): Promise<HubResponse> {
    const { method, path, headers, body, signal, timeoutMs } = request;
    const { hub } = this.#lan();
    this.#asked += 1;
    if (!hub) this.#tally.note('no way to the hub');
    if (!hub || this.#cut) throw unreachable('away');
    // No connection outlives its hub, to be taken up by the one made in its place.
    if (request.to !== null && hub.site.generation !== request.to) throw unreachable('replaced');
    // One of its own: inject listens to a signal for as long as it is not answered, as by a lost hub.
    const dropped = new AbortController();
    const drop = () => dropped.abort();
    signal?.addEventListener('abort', drop, { once: true });
    const answer = inject(hub.app, {
      method,
      url: path,
      headers: { ...headers, ...this.#shown },
      ...(body === undefined ? {} : { payload: body }),
      signal: dropped.signal,
    }).then(({ statusCode, payload }) => ({ status: statusCode, text: payload }));
    const tooLate = after(timeoutMs).then(() => {
      throw new ReanError('hub.timeout', { path, timeoutMs });
    });
    const response = await Promise.race([answer, tooLate]).finally(() => {
      signal?.removeEventListener('abort', drop);
      drop();
    });
    // A hub that lost its power meanwhile has answered nobody.
    if (this.#lan().hub !== hub || this.#cut) throw unreachable('gone');
    this.#overhear(request, response);
    return response;
  }
}

function entriesOf(faults: Faults): readonly (readonly [keyof Faults, number])[] {
  const { dropped, answerLost, halfOpen, delayed, doubled } = faults;
  const { doubledLate, serverError, garbled, refused } = faults;
  return [
    ['dropped', dropped],
    ['answerLost', answerLost],
    ['halfOpen', halfOpen],
    ['delayed', delayed],
    ['doubled', doubled],
    ['doubledLate', doubledLate],
    ['serverError', serverError],
    ['garbled', garbled],
    ['refused', refused],
  ];
}

function after(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}
