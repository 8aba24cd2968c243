import type { KeyObject } from 'node:crypto';
import { may } from '../../domain/permissions.ts';
import type {
  Enrolled,
  EnrolmentAnswer,
  EnrolmentAsk,
  EnrolmentRefusal,
  EnrolmentRequest,
  SiteOffer,
} from '../../shared/contracts/enrolment.ts';
import { ReanError } from '../../shared/errors.ts';
import type { Grounds } from '../../shared/contracts/erasure.ts';
import { drawEnrolmentCode, writeEnrolmentCode } from '../../shared/enrolment-code.ts';
import type { StationId } from '../../shared/ids.ts';
import type { Clock, Log } from '../../shared/ports.ts';
import { canonicalHash } from '../../sync/envelope/canonical.ts';
import {
  authorityMark,
  enrolmentKey,
  hubProof,
  sameProof,
  stationProof,
} from '../../sync/enrolment/enrolment-proof.ts';
import { actorOf } from '../commands/demand.ts';
import type { StaffAsker } from '../commands/staff-command.ts';
import type { Asker } from '../office/office-change.ts';
import type { SiteOffice } from '../office/site-office.ts';
import { findStation } from '../office/station-standing.ts';
import { freshIds } from '../site/fresh-ids.ts';
import { certifyStationKey, readTlsPublicKey } from '../site/site-authority.ts';
import { siteFiles } from '../site/site-files.ts';
import { readRequired } from '../site/site-vault.ts';
import { CodeAges } from './code-ages.ts';
import { registerStation } from './enrol-station.ts';
import type { Enrolment, NamedCode, NewSeat } from './enrolments-file.ts';

/** Wrong proofs that end a code: a person mistypes, a stranger guesses ([ENR3]). */
const mostWrongTries = 5;
/** More than a lab has seats; the oldest go when there are more. */
const mostCodes = 64;

export interface NewCode {
  readonly seat: NewSeat;
  readonly validMs: number;
  /** Somebody at the hub's own keyboard when left out. */
  readonly asker?: StaffAsker;
  /** Who that was, where they said so with their passphrase. */
  readonly grounds?: Grounds;
}

/** A code as the one who makes it is told it, once. */
export interface MadeCode {
  readonly code: string;
  readonly validMs: number;
}

/** How a code stands, for lists. */
export interface CodeStanding extends Pick<Enrolment, 'code' | 'seat' | 'by'> {
  readonly state: 'open' | 'expired' | 'ended' | 'used';
  /** How long it still holds, ms. */
  readonly leftMs: number;
  readonly station: StationId | null;
}

interface DeskParts {
  readonly office: SiteOffice;
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * One-time codes, and the stations they let in ([ENR1]–[ENR5]). What was decided is in
 * `enrolments.json` before it is done, so that an enrolment cut short anywhere goes on when the
 * station asks again.
 */
export class EnrolmentDesk {
  readonly #parts: DeskParts;
  readonly #ages: CodeAges;
  #held: readonly Enrolment[];
  #last: Promise<unknown> = Promise.resolve();

  private constructor(parts: DeskParts, held: readonly Enrolment[]) {
    this.#parts = parts;
    this.#held = held;
    this.#ages = new CodeAges(parts.clock, held);
  }

  /** @throws ReanError `config.invalid` */
  static async open(parts: DeskParts): Promise<EnrolmentDesk> {
    const file = await parts.office.vault.read(siteFiles.enrolments);
    return new EnrolmentDesk(parts, file?.enrolments ?? []);
  }

  /**
   * Makes a code. It is kept as what it becomes, so that this answer is the only place it is in.
   * @throws ReanError `station.not-enrolled` for a station to replace that is not there, or is of
   * another kind (`problem: 'kind'`)
   */
  make({ seat, validMs, asker, grounds }: NewCode): Promise<MadeCode> {
    return this.#inTurn(async () => {
      const { clock } = this.#parts;
      await this.#requireReplaceable(seat);
      const { certificate: ca } = await this.#authority();
      const drawn = this.#draw();
      const key = (await enrolmentKey(drawn, ca)).toString('base64');
      const by: Enrolment['by'] = asker?.by ?? 'console';
      const named = { name: drawn.name, made: asker?.command.id ?? null };
      const begun = { by, made: named.made, madeMs: clock.wallMs(), wrongTries: 0, used: null };
      const kept = { code: drawn.name, key, seat, validMs, ...begun };
      this.#ages.begin(drawn.name);
      await this.#keep([...this.#held, kept].slice(-mostCodes));
      await this.#record('station.code-made', named, { ...asker, ...(grounds && { grounds }) });
      return { code: writeEnrolmentCode({ ...drawn, authority: authorityMark(ca) }), validMs };
    });
  }

  /** Every code that is kept, the newest last. */
  async list(): Promise<readonly CodeStanding[]> {
    const standings: CodeStanding[] = [];
    for (const held of this.#held) {
      const { code, seat, by, used } = held;
      const leftMs = this.#ages.left(held);
      const state = stateOf(held, leftMs, await this.#makerLeft(held));
      standings.push({ code, seat, by, leftMs, state, station: used?.station ?? null });
    }
    return standings;
  }

  /** Ends a code that was not used. False where there is none of this name, or it was used. */
  cancel(code: string, asker?: StaffAsker): Promise<boolean> {
    return this.#inTurn(async () => {
      const ended = this.#held.find((each) => each.code === code && each.used === null);
      if (ended === undefined) return false;
      await this.#keep(this.#held.filter((each) => each !== ended));
      await this.#record('station.code-cancelled', { name: code, made: ended.made }, asker);
      return true;
    });
  }

  #record(
    type: 'station.code-made' | 'station.code-cancelled',
    code: NamedCode,
    asker?: Asker,
  ): Promise<void> {
    return this.#parts.office.record({ ...asker, type, code, documents: () => [] });
  }

  /** Whether who made it may make none any more: their codes end with their account, or that right ([ENR3]). */
  async #makerLeft({ by, seat }: Enrolment): Promise<boolean> {
    if (by === 'console') return false;
    const account = await this.#parts.office.staffAccount(by);
    const action = seat.replaces === null ? 'station.enrol' : 'station.replace';
    return account === null || account.disabled || !may(actorOf(account), action, {});
  }

  /** Which site this is, for whoever asks. */
  async offer(): Promise<SiteOffer> {
    const { certificate: ca } = await this.#authority();
    return { v: 1, site: this.#parts.office.site.site, ca };
  }

  /**
   * Lets a station in that knows a code. Asked again with the same keys, the answer is the same,
   * until the station has come with its certificate ([ENR4]).
   */
  enrol({ ask, proof }: EnrolmentRequest): Promise<EnrolmentAnswer | EnrolmentRefusal> {
    return this.#inTurn(async () => {
      const held = this.#held.find(({ code }) => code === ask.code);
      const tlsKey = readTlsPublicKey(ask.keys.tls);
      if (!held || !tlsKey) return 'enrol_wrong';
      const { certificate: ca } = await this.#authority();
      const key = Buffer.from(held.key, 'base64');
      if (!sameProof(proof, stationProof(key, ca, ask))) return this.#noteWrong(held);
      const state = stateOf(held, this.#ages.left(held), await this.#makerLeft(held));
      const refusal = refusalOf(held, ask, state);
      if (refusal) return refusal;
      const enrolled = await this.#letIn(held, ask, tlsKey);
      return { enrolled, proof: hubProof(key, ca, { ask, enrolled }) };
    });
  }

  /** A station has come with its certificate: what let it in lets nobody in any more. */
  async arrived(station: StationId): Promise<void> {
    const isIts = ({ used }: Enrolment) => used?.station === station && !used.arrived;
    if (!this.#held.some(isIts)) return;
    await this.#inTurn(() =>
      this.#keep(
        this.#held.map((each) =>
          each.used && isIts(each) ? { ...each, used: { ...each.used, arrived: true } } : each,
        ),
      ),
    );
  }

  async #letIn(held: Enrolment, ask: EnrolmentAsk, tlsKey: KeyObject): Promise<Enrolled> {
    const { office, log } = this.#parts;
    const { site } = office.site;
    const used = held.used ?? (await this.#use(held, ask, tlsKey));
    const { station, certificate } = used;
    await registerStation(office, { ...held, station, certificate, keys: ask.keys });
    log.info('enrolment.station-enrolled', { station });
    const { kind, name } = held.seat;
    return { v: 1, site, station, kind, name, certificate };
  }

  /** Decides which station it is, with which certificate, before anything follows from it. */
  async #use(held: Enrolment, { keys }: EnrolmentAsk, key: KeyObject) {
    const { office } = this.#parts;
    const station = freshIds.station(office.random);
    const wanted = { site: office.site.site, station, key };
    const certificate = await certifyStationKey(await this.#authority(), wanted, office.random);
    const used = { keys: canonicalHash(keys), station, certificate, arrived: false };
    await this.#replace({ ...held, used });
    return used;
  }

  async #noteWrong(held: Enrolment): Promise<EnrolmentRefusal> {
    this.#parts.log.warn('enrolment.wrong-code', { code: held.code });
    if (held.used === null) await this.#replace({ ...held, wrongTries: held.wrongTries + 1 });
    return 'enrol_wrong';
  }

  async #requireReplaceable({ replaces, kind }: NewSeat): Promise<void> {
    if (replaces === null) return;
    const old = await findStation(this.#parts.office, replaces);
    if (old.kind !== kind) {
      throw new ReanError('station.not-enrolled', { station: replaces, problem: 'kind' });
    }
  }

  /** A code whose name no other one has. */
  #draw() {
    const { random } = this.#parts.office;
    for (;;) {
      const drawn = drawEnrolmentCode((length) => random.bytes(length));
      if (!this.#held.some(({ code }) => code === drawn.name)) return drawn;
    }
  }

  #authority() {
    return readRequired(this.#parts.office.vault, siteFiles.authority);
  }

  #replace(changed: Enrolment): Promise<void> {
    return this.#keep(this.#held.map((each) => (each.code === changed.code ? changed : each)));
  }

  async #keep(enrolments: readonly Enrolment[]): Promise<void> {
    const { vault } = this.#parts.office;
    await vault.write(siteFiles.enrolments, { v: 1, enrolments: [...enrolments] });
    this.#held = enrolments;
  }

  #inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const done = this.#last.then(work);
    this.#last = done.catch(() => undefined);
    return done;
  }
}

function stateOf(
  { used, wrongTries }: Enrolment,
  leftMs: number,
  makerLeft: boolean,
): CodeStanding['state'] {
  if (used) return 'used';
  if (wrongTries >= mostWrongTries || makerLeft) return 'ended';
  return leftMs > 0 ? 'open' : 'expired';
}

/** Why a code that was rightly proven lets nobody in; null where it does. */
function refusalOf(
  held: Enrolment,
  ask: EnrolmentAsk,
  state: CodeStanding['state'],
): EnrolmentRefusal | null {
  const { used, seat } = held;
  if (used) return used.arrived || used.keys !== canonicalHash(ask.keys) ? 'enrol_used' : null;
  if (state === 'ended') return 'enrol_ended';
  if (state === 'expired') return 'enrol_expired';
  return ask.kind !== null && ask.kind !== seat.kind ? 'enrol_other_kind' : null;
}
