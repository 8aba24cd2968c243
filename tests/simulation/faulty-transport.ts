import { inject } from 'light-my-request';
import type { Hub } from '../../src/hub/hub.ts';
import type { StationConfig } from '../../src/shared/contracts/station-config.ts';
import { ReanError } from '../../src/shared/errors.ts';
import type { Randomness } from '../../src/shared/ports.ts';
import { showCertificate } from '../factories/shown-certificate.ts';
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
}

/** Hears every answer that the hub gave, whether it arrived or not. */
type Overhear = (request: HubRequest, response: HubResponse) => void;

const unreachable = (reason: string) => new ReanError('hub.unreachable', { reason });
const longestDelayMs = 4000;

/** A station's line to a hub in this process, with the faults of a bad LAN. */
export class FaultyTransport implements Transport {
  readonly #lan: () => Lan;
  readonly #randomness: Randomness;
  readonly #shown: Readonly<Record<string, string>>;
  readonly #overhear: Overhear;
  #cut = false;

  constructor(
    lan: () => Lan,
    station: StationConfig,
    { randomness, overhear }: { readonly randomness: Randomness; readonly overhear: Overhear },
  ) {
    this.#lan = lan;
    this.#shown = showCertificate(station);
    this.#randomness = randomness;
    this.#overhear = overhear;
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
      this.#fateOf(request)
        .then(resolve, reject)
        .finally(() => signal?.removeEventListener('abort', cancel));
    });
  }

  async #fateOf(request: HubRequest): Promise<HubResponse> {
    switch (this.#draw(this.#lan().faults)) {
      case 'dropped':
        throw unreachable('dropped');
      case 'answerLost':
        await this.#ask(request);
        throw unreachable('answer lost');
      case 'halfOpen':
        return this.#hang(request);
      case 'delayed':
        await after(this.#randomness.fraction() * longestDelayMs);
        return this.#ask(request);
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

  async #hang(request: HubRequest): Promise<never> {
    if (this.#randomness.fraction() < 0.5) this.#ask(request).catch(() => undefined);
    await after(request.timeoutMs);
    throw new ReanError('hub.timeout');
  }

  #askAgainLate(request: HubRequest): void {
    const { signal: _gone, ...again } = request;
    after(longestDelayMs * (1 + this.#randomness.fraction() * 4))
      .then(() => this.#ask(again))
      .catch(() => undefined);
  }

  async #ask(request: HubRequest): Promise<HubResponse> {
    const { method, path, headers, body, signal, timeoutMs } = request;
    const { hub } = this.#lan();
    if (!hub || this.#cut) throw unreachable('away');
    const answer = inject(hub.app, {
      method,
      url: path,
      headers: { ...headers, ...this.#shown },
      ...(body === undefined ? {} : { payload: body }),
      ...(signal === undefined ? {} : { signal }),
    }).then(({ statusCode, payload }) => ({ status: statusCode, text: payload }));
    const tooLate = after(timeoutMs).then(() => {
      throw new ReanError('hub.timeout', { path, timeoutMs });
    });
    const response = await Promise.race([answer, tooLate]);
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
