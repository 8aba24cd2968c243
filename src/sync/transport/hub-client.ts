import * as z from 'zod';
import { commandAnswerSchema } from '../../shared/contracts/commands/staff-command.ts';
import type {
  CommandAnswer,
  SignedCommand,
} from '../../shared/contracts/commands/staff-command.ts';
import {
  heldVectorSchema,
  helloSchema,
  keyringAnswerSchema,
  noticeSchema,
  receiptSchema,
  stationsAnswerSchema,
} from '../../shared/contracts/hub-api.ts';
import type {
  HeldVector,
  Hello,
  KeyringAnswer,
  Notice,
  Receipt,
  ReceiptRequest,
  StationsAnswer,
} from '../../shared/contracts/hub-api.ts';
import {
  liveAnswerSchema,
  liveNotedSchema,
  liveQuietMs,
  mostLiveAnswerBytes,
} from '../../shared/contracts/live-seat.ts';
import {
  mostOrdersBytes,
  ordersAnswerSchema,
  ordersQuietMs,
} from '../../shared/contracts/seat-order.ts';
import type { HubSeen } from '../../shared/contracts/hub-seen.ts';
import type { OrdersAnswer } from '../../shared/contracts/seat-order.ts';
import type { LiveAnswer, LiveReport } from '../../shared/contracts/live-seat.ts';
import {
  lookAnswerSchema,
  lookTakenSchema,
  mostLookBody,
  wantedLookSchema,
} from '../../shared/contracts/look.ts';
import type { LookAnswer, LookId, WantedLook } from '../../shared/contracts/look.ts';
import { packsAnswerSchema, packsNotedSchema } from '../../shared/contracts/pack-api.ts';
import type { PackReport, PacksAnswer, PacksNoted } from '../../shared/contracts/pack-api.ts';
import { packFileRoots } from '../../shared/contracts/pack-files.ts';
import {
  mostSealedBytes,
  recordingBroughtSchema,
  recordingPath,
  recordingsHeldSchema,
} from '../../shared/contracts/recording-copy.ts';
import type { RecordingName } from '../../shared/contracts/recording-copy.ts';
import { recoverySchema, returnAnswerSchema } from '../../shared/contracts/recovery-api.ts';
import type {
  RecoveryWindow,
  ReturnAnswer,
  ReturnRequest,
} from '../../shared/contracts/recovery-api.ts';
import { authorityKnownSchema, renewalAnswerSchema } from '../../shared/contracts/renewal.ts';
import type { RenewalAnswer, RenewalRequest } from '../../shared/contracts/renewal.ts';
import { tryAnswerSchema } from '../../shared/contracts/try-api.ts';
import type { TryAnswer, TryRequest } from '../../shared/contracts/try-api.ts';
import type { StationSelf } from '../../shared/contracts/machine.ts';
import { ReanError } from '../../shared/errors.ts';
import type { Generation, LearnerId } from '../../shared/ids.ts';
import type { Sequence } from '../../shared/sequence.ts';
import { HubDatabase } from './hub-database.ts';
import { parseAnswer, pathOnly } from './parse-answer.ts';
import type { HubRequest, HubResponse, Transport } from './transport.ts';

/** How long a request may be quiet before it is given up on, ms ([SYN6]). */
export interface HubPatience {
  readonly requestMs: number;
  readonly longpollMs: number;
}

/** What a seat does now is of no use later, ms; nor is what is shown of it. */
const seatPatienceMs = 5000;
const lookPatienceMs = 10_000;

const hubPatience: HubPatience = { requestMs: 15_000, longpollMs: 30_000 };

/** What a station has of each database, in the hub's update sequences. */
export interface NoticeQuery {
  readonly generation: Generation;
  readonly directory: Sequence;
  readonly state: Sequence;
  readonly journal: Sequence;
  /** The number of the keyring on this station's disk; null where none is, or it isn't known. */
  readonly keyring: number | null;
}

/**
 * The hub's API as a station sees it. Rejects with a ReanError: `hub.refused` for 401 and 403, what
 * {@link Transport.send} throws, `hub.unreachable` also while the hub can't serve (5xx), and
 * `hub.protocol` for answers no hub of ours gives.
 */
export class HubClient {
  readonly #transport: Transport;
  readonly #patience: HubPatience;
  readonly #self: Readonly<Record<string, string>>;
  #machine: string | null = null;

  /** @param self what this station says of the PC it runs on */
  constructor(
    transport: Transport,
    patience: HubPatience = hubPatience,
    self: StationSelf | null = null,
  ) {
    this.#transport = transport;
    this.#patience = patience;
    this.#self = self === null ? {} : { run: self.run, machine: self.traits.join(',') };
  }

  /** Which PC the hub takes this one for ([CLO2]); null before it said so. */
  get machine(): string | null {
    return this.#machine;
  }

  async hello(signal?: AbortSignal): Promise<Hello> {
    const search = String(new URLSearchParams(this.#self));
    const path = search === '' ? '/v1/hello' : `/v1/hello?${search}`;
    const hello = await this.#ask(helloSchema, 'GET', path, { signal });
    this.#machine = hello.machine ?? null;
    return hello;
  }

  /** Resolves when something has moved, or after at most 25 s with nothing new ([SYN6]). */
  notice(query: NoticeQuery, signal?: AbortSignal): Promise<Notice> {
    const { generation, directory, state, journal, keyring } = query;
    const search = new URLSearchParams({
      generation,
      directory: String(directory),
      state: String(state),
      journal: String(journal),
      ...(keyring === null ? {} : { keyring: String(keyring) }),
      ...this.#self,
    });
    const timeoutMs = this.#patience.longpollMs;
    return this.#ask(noticeSchema, 'GET', `/v1/notice?${search}`, { signal, timeoutMs });
  }

  receipt(request: ReceiptRequest, signal?: AbortSignal): Promise<Receipt> {
    return this.#ask(receiptSchema, 'POST', '/v1/receipt', { signal, body: request });
  }

  /** How far the hub holds every store of every station. */
  vector(signal?: AbortSignal): Promise<HeldVector> {
    return this.#ask(heldVectorSchema, 'GET', '/v1/vector', { signal });
  }

  keyring(signal?: AbortSignal): Promise<KeyringAnswer> {
    return this.#ask(keyringAnswerSchema, 'GET', '/v1/keyring', { signal });
  }

  /** What a restored hub wants back; null when nothing, and of a hub that knows no such thing. */
  async recovery(signal?: AbortSignal): Promise<RecoveryWindow> {
    const path = '/v1/recovery';
    const response = await this.#send('GET', path, { signal });
    if (response.status === 404) return null;
    return parseAnswer(recoverySchema, path, response).recovery;
  }

  /** Brings a restored hub what it lacks. */
  giveBack(request: ReturnRequest, signal?: AbortSignal): Promise<ReturnAnswer> {
    return this.#ask(returnAnswerSchema, 'POST', '/v1/recovery', { signal, body: request });
  }

  /** For stations of kind `supervisor`. */
  stations(signal?: AbortSignal): Promise<StationsAnswer> {
    return this.#ask(stationsAnswerSchema, 'GET', '/v1/stations', { signal });
  }

  /** For stations of kind `supervisor`: packs of hub and stations. */
  packs(signal?: AbortSignal): Promise<PacksAnswer> {
    return this.#ask(packsAnswerSchema, 'GET', packFileRoots.hub, { signal });
  }

  /** Tells the hub how this station's packs are ([PKG19]); what its downloads may take ([PKG23]). */
  reportPacks(body: PackReport): Promise<PacksNoted> {
    return this.#ask(packsNotedSchema, 'POST', packFileRoots.hub, { body });
  }

  /**
   * Says what this station's seat does now ([LIV1]); false at a hub that knows no such thing. Not waited for
   * long: another word follows soon.
   */
  async tellSeat(report: LiveReport, signal?: AbortSignal): Promise<boolean> {
    const path = '/v1/live';
    const response = await this.#send('POST', path, {
      signal,
      body: report,
      timeoutMs: seatPatienceMs,
    });
    if (response.status === 404) return false;
    parseAnswer(liveNotedSchema, path, response);
    return true;
  }

  /**
   * For stations of kind `supervisor`: seats that moved since what was seen, once one has, or after 5 s
   * ([LIV2]); null at a hub that knows no such thing.
   */
  async seats(seen: HubSeen | null, signal?: AbortSignal): Promise<LiveAnswer | null> {
    const query = seen === null ? {} : { hub: seen.hub, number: String(seen.number) };
    const path = `/v1/live?${new URLSearchParams(query)}`;
    const response = await this.#send('GET', path, {
      signal,
      timeoutMs: liveQuietMs,
      mostBytes: mostLiveAnswerBytes,
    });
    return response.status === 404 ? null : parseAnswer(liveAnswerSchema, path, response);
  }

  /**
   * For kiosks: whom of this seat somebody wants to see the lesson of, once they do; null where nobody did for a while.
   * `unheard` of a hub that knows no such thing ([LOK3]).
   */
  async wantedLook(signal?: AbortSignal): Promise<WantedLook | null | 'unheard'> {
    const path = '/v1/look';
    const timeoutMs = this.#patience.longpollMs;
    const response = await this.#send('GET', path, { signal, timeoutMs });
    if (response.status === 404) return 'unheard';
    return parseAnswer(wantedLookSchema, path, response).look;
  }

  /** For kiosks: what the seat shows. @returns whether anybody still waited for it */
  async giveLook(look: LookId, answer: LookAnswer, signal?: AbortSignal): Promise<boolean> {
    const asked = { signal, body: { look, answer }, timeoutMs: seatPatienceMs };
    return (await this.#ask(lookTakenSchema, 'POST', '/v1/look', asked)).taken;
  }

  /** For stations of kind `supervisor`: what a seat shows, once; after some seconds that it shows nothing. */
  look(look: LookId, signal?: AbortSignal): Promise<LookAnswer> {
    const path = `/v1/look?${new URLSearchParams({ look })}`;
    const asked = { signal, timeoutMs: lookPatienceMs, mostBytes: mostLookBody };
    return this.#ask(lookAnswerSchema, 'GET', path, asked);
  }

  /**
   * For kiosks: orders for its seat after what was seen, once there is one, or after 5 s ([ACT2]); null at a hub
   * that knows no such thing.
   */
  async orders(seen: HubSeen | null, signal?: AbortSignal): Promise<OrdersAnswer | null> {
    const query = seen === null ? {} : { hub: seen.hub, number: String(seen.number) };
    const path = `/v1/orders?${new URLSearchParams(query)}`;
    const response = await this.#send('GET', path, {
      signal,
      timeoutMs: ordersQuietMs,
      mostBytes: mostOrdersBytes,
    });
    return response.status === 404 ? null : parseAnswer(ordersAnswerSchema, path, response);
  }

  /** Has the hub do or tell what a staff member signed. */
  command(signed: SignedCommand, signal?: AbortSignal): Promise<CommandAnswer> {
    return this.#ask(commandAnswerSchema, 'POST', '/v1/command', { signal, body: signed });
  }

  /** Says that somebody is about to be tried, or was right. @param atMostMs how long to wait for the answer */
  countTry(request: TryRequest, atMostMs: number): Promise<TryAnswer> {
    const asked = { body: request, timeoutMs: atMostMs };
    return this.#ask(tryAnswerSchema, 'POST', '/v1/try', asked);
  }

  /** Brings keys that the hub asked this station for ([IDN12]). */
  renew(request: RenewalRequest): Promise<RenewalAnswer> {
    const path = `/v1/renew?${new URLSearchParams(this.#self)}`;
    return this.#ask(renewalAnswerSchema, 'POST', path, { body: request });
  }

  /** Says that this station trusts an authority it was told of ([IDN13]). @param fingerprint SHA-256, hex */
  async knowAuthority(fingerprint: string): Promise<void> {
    const body = { authority: fingerprint };
    await this.#ask(authorityKnownSchema, 'POST', '/v1/authority', { body });
  }

  /**
   * What the hub holds of what a learner read aloud ([RAL6]); null where it knows no such learner, and at
   * a hub that keeps no recordings.
   */
  async recordingsOf(
    learner: LearnerId,
    signal?: AbortSignal,
  ): Promise<readonly RecordingName[] | null> {
    const path = recordingPath({ learner, name: null });
    const response = await this.#send('GET', path, { signal });
    if (response.status === 404) return null;
    return parseAnswer(recordingsHeldSchema, path, response).held;
  }

  /**
   * Brings a sealed recording; the same one as often as one likes.
   * @returns whether the hub keeps it: not where later ones took its place, and not of one it doesn't know
   */
  async bringRecording(
    learner: LearnerId,
    name: RecordingName,
    sealed: string,
    signal?: AbortSignal,
  ): Promise<boolean> {
    const path = recordingPath({ learner, name });
    const response = await this.#send('PUT', path, { signal, text: sealed });
    if (response.status === 404) return false;
    return parseAnswer(recordingBroughtSchema, path, response).kept;
  }

  /** A sealed recording as it was brought; null where the hub has none of that name. Check what comes. */
  async recording(
    learner: LearnerId,
    name: RecordingName,
    signal?: AbortSignal,
  ): Promise<string | null> {
    const path = recordingPath({ learner, name });
    const response = await this.#send('GET', path, { signal, mostBytes: mostSealedBytes });
    if (response.status === 404) return null;
    if (response.status === 200) return response.text;
    return parseAnswer(z.never(), path, response);
  }

  /** One of the hub's databases, to push to or pull from. Nothing is asked yet. */
  database(name: string, signal?: AbortSignal): HubDatabase {
    return new HubDatabase(name, (method, path, body) =>
      this.#send(method, path, { signal, body }),
    );
  }

  async #ask<Answer>(
    schema: z.ZodType<Answer>,
    method: HubRequest['method'],
    path: string,
    options: AskOptions,
  ): Promise<Answer> {
    return parseAnswer(schema, path, await this.#send(method, path, options));
  }

  async #send(
    method: HubRequest['method'],
    path: string,
    { body, text, signal, mostBytes, timeoutMs = this.#patience.requestMs }: AskOptions,
  ): Promise<HubResponse> {
    const sent = body === undefined ? text : JSON.stringify(body);
    const response = await this.#transport.send({
      method,
      path,
      headers: {
        accept: 'application/json',
        ...(sent === undefined ? {} : { 'content-type': 'application/json' }),
      },
      timeoutMs,
      ...(sent === undefined ? {} : { body: sent }),
      ...(mostBytes === undefined ? {} : { mostBytes }),
      ...(signal === undefined ? {} : { signal }),
    });
    if (response.status === 401 || response.status === 403) {
      throw new ReanError('hub.refused', { path: pathOnly(path), status: response.status });
    }
    return response;
  }
}

interface AskOptions {
  readonly body?: unknown;
  /** JSON as it stands, in place of a body. */
  readonly text?: string;
  readonly mostBytes?: number;
  readonly signal?: AbortSignal | undefined;
  readonly timeoutMs?: number;
}
