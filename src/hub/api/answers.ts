import type { IncomingMessage, ServerResponse } from 'node:http';
import {
  heldVectorSchema,
  helloSchema,
  keyringAnswerSchema,
  noticeQuerySchema,
  noticeSchema,
  receiptRequestSchema,
  receiptSchema,
} from '../../shared/contracts/hub-api.ts';
import {
  commandAnswerSchema,
  signedCommandSchema,
} from '../../shared/contracts/commands/staff-command.ts';
import { aliveSchema } from '../../shared/contracts/hub-api.ts';
import type { Alive, Health, Notice } from '../../shared/contracts/hub-api.ts';
import type { PackFileAsk } from '../../shared/contracts/pack-files.ts';
import { selfQuerySchema } from '../../shared/contracts/machine.ts';
import { readNewer } from '../../shared/contracts/read-newer.ts';
import type { Clock, Log, Randomness } from '../../shared/ports.ts';
import { wrapKeyring } from '../../sync/envelope/wrapping.ts';
import type { Database } from '../../sync/store/storage.ts';
import type { HealthAnswer } from './health-answer.ts';
import { TryAnswers } from './try-answers.ts';
import type { CommandDesk } from '../commands/command-desk.ts';
import type { DiskRoom } from '../disk-room.ts';
import type { Erasures } from '../erasure/erasures.ts';
import type { HubApi } from '../guard/guard.ts';
import { members } from '../guard/queries.ts';
import { readJson } from '../guard/read-body.ts';
import type { EnrolmentDesk } from '../enrolment/enrolment-desk.ts';
import { isRefusal, refuse } from '../guard/refusal.ts';
import type { Refusal } from '../guard/refusal.ts';
import type { ApiName } from '../guard/route.ts';
import type { Folder } from '../folder/folder.ts';
import type { GapDesk } from '../gaps/gap-desk.ts';
import type { Intake } from '../intake/intake.ts';
import type { QuarantineDesk } from '../quarantine/quarantine-desk.ts';
import type { ConfirmedDay } from '../lab-day.ts';
import type { Moves } from '../moves.ts';
import type { Presence } from '../presence.ts';
import type { MachineWatch } from '../clones/machine-watch.ts';
import type { AuthorityChange } from '../rotation/authority-change.ts';
import type { SiteOffice } from '../office/site-office.ts';
import type { RecoveryDesk } from '../recovery/recovery-desk.ts';
import type { RegisteredStation, Registry } from '../registry.ts';
import type { SegmentList } from '../segments/segment-list.ts';
import type { BackupRecord } from '../site/backup-record.ts';
import type { SiteFileContent } from '../site/site-files.ts';
import type { Timers } from '../timers.ts';
import type { WorkLoop } from '../work-loop.ts';
import type { RecordingAsk } from '../../shared/contracts/recording-copy.ts';
import type { HubRecordings } from '../recordings/hub-recordings.ts';
import { RecordingAnswers } from '../recordings/recording-answers.ts';
import type { HubPacks } from '../packs/hub-packs.ts';
import type { PackReports } from '../packs/pack-reports.ts';
import { PackAnswers } from '../packs/pack-answers.ts';
import { LiveAnswers } from '../live/live-answers.ts';
import type { LiveSeats } from '../live/live-seats.ts';
import { LookAnswers } from '../look/look-answers.ts';
import type { Looks } from '../look/looks.ts';
import type { HandedOrders } from '../seats/handed-orders.ts';
import { OrderAnswers } from '../seats/order-answers.ts';
import { awaitNotice } from './notice.ts';
import { heldOf, heldPast } from './held-of.ts';
import { RecoveryAnswers } from './recovery-answers.ts';
import { RenewalAnswers } from './renewal-answers.ts';
import { stationsAnswer } from './stations-answer.ts';

export interface AnswerOptions {
  readonly version: string;
  readonly site: SiteFileContent;
  readonly segments: Pick<SegmentList, 'announced'>;
  readonly registry: Registry;
  readonly databases: Readonly<Record<'state' | 'directory' | 'journal', Database>>;
  readonly health: HealthAnswer;
  readonly journalHead: () => string;
  readonly backup: BackupRecord;
  readonly intake: Intake;
  readonly work: WorkLoop;
  readonly desk: QuarantineDesk;
  readonly gaps: GapDesk;
  readonly folder: Pick<Folder, 'stuck'>;
  readonly recovery: RecoveryDesk;
  readonly enrolment: Pick<EnrolmentDesk, 'arrived'>;
  readonly office: SiteOffice;
  readonly authority: AuthorityChange;
  readonly machines: MachineWatch;
  readonly commands: CommandDesk;
  readonly erasures: Erasures;
  readonly room: DiskRoom;
  readonly presence: Presence;
  readonly live: LiveSeats;
  readonly looks: Looks;
  readonly orders: HandedOrders;
  readonly day: ConfirmedDay;
  readonly moves: Moves;
  readonly packs?: HubPacks | undefined;
  readonly packReports: PackReports;
  readonly recordings?: HubRecordings | undefined;
  readonly clock: Clock;
  readonly random: Randomness;
  readonly timers: Timers;
  readonly log: Log;
}

interface Call {
  readonly station: RegisteredStation;
  readonly query: URLSearchParams;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

const mostReceiptBytes = 16 * 1024;
/** Each command has a bound of its own beside this. */
const mostCommandBytes = 4 * 1024 * 1024;

/** The hub's API: every question parsed, every answer checked against its contract. */
export class Answers implements HubApi {
  readonly #options: AnswerOptions;
  readonly #health: HealthAnswer;
  readonly #recovery: RecoveryAnswers;
  readonly #renewal: RenewalAnswers;
  readonly #tries: TryAnswers;
  readonly #packs: PackAnswers;
  readonly #recordings: RecordingAnswers;
  readonly #live: LiveAnswers;
  readonly #looks: LookAnswers;
  readonly #orders: OrderAnswers;

  constructor(options: AnswerOptions) {
    this.#options = options;
    this.#health = options.health;
    this.#recovery = new RecoveryAnswers(options.recovery);
    this.#renewal = new RenewalAnswers(options);
    this.#tries = new TryAnswers(options.clock);
    this.#packs = new PackAnswers(options);
    this.#recordings = new RecordingAnswers(options);
    this.#live = new LiveAnswers(options);
    this.#looks = new LookAnswers(options);
    this.#orders = new OrderAnswers(options);
  }

  async health(known: boolean): Promise<Health | Alive> {
    const health = await this.#health.look();
    return known ? health : aliveSchema.parse({ ok: health.ok });
  }

  packFile(ask: PackFileAsk, request: IncomingMessage, response: ServerResponse) {
    return this.#packs.file(ask, request, response);
  }

  recording(ask: RecordingAsk, request: IncomingMessage, response: ServerResponse) {
    return this.#recordings.answer(ask, request, response);
  }

  call(
    name: ApiName,
    station: RegisteredStation,
    { query, request }: Pick<Call, 'query' | 'request'>,
    response: ServerResponse,
  ): Promise<Refusal | unknown> {
    const call = { station, query, request, response };
    switch (name) {
      case 'packs':
        return this.#packs.all(station);
      case 'pack-report':
        return this.#packs.take(station, request);
      case 'live':
        return this.#live.tell(station, call);
      case 'live-report':
        return this.#live.take(station, request);
      case 'look':
        return this.#looks.tell(station, call);
      case 'look-given':
        return this.#looks.take(station, request);
      case 'orders':
        return this.#orders.tell(station, call);
      case 'hello':
        return this.#hello(call);
      case 'notice':
        return this.#notice(call);
      case 'receipt':
        return this.#receipt(call);
      case 'vector':
        return this.#vector();
      case 'keyring':
        return Promise.resolve(this.#keyring(call));
      case 'stations':
        return this.#stations(call);
      case 'recovery':
        return Promise.resolve(this.#recovery.window());
      case 'return':
        return this.#recovery.take(station, request);
      case 'command':
        return this.#command(call);
      case 'try':
        return this.#tries.take(station, request);
      case 'renew':
        return this.#renewal.take(call);
      case 'authority':
        return this.#renewal.known(station, request);
    }
  }

  async #hello({ station, query }: Call) {
    const { site, segments, enrolment } = this.#options;
    await enrolment.arrived(station.station);
    await this.#renewal.arrived(station);
    const self = readNewer(selfQuerySchema, members(query)).data;
    const machine = await this.#renewal.seen(station, self);
    return helloSchema.parse({
      site: site.site,
      name: site.name,
      station: station.station,
      kind: station.kind,
      generation: site.generation,
      segments: segments.announced,
      ...this.#options.day.now,
      hubRun: this.#options.commands.hubRun,
      ...(machine === null ? {} : { machine }),
    });
  }

  async #command({ station, request }: Call): Promise<Refusal | unknown> {
    const body = await readJson(request, mostCommandBytes);
    if (isRefusal(body)) return body;
    const signed = signedCommandSchema.safeParse(body.json);
    if (!signed.success) return refuse.badRequest('A command is signed, and of one shape.');
    const arrived = { signed: signed.data, station, bytes: body.bytes };
    return commandAnswerSchema.parse(await this.#options.commands.take(arrived));
  }

  async #notice({ station, query, response }: Call): Promise<Refusal | Notice> {
    const seen = readNewer(noticeQuerySchema, members(query));
    if (!seen.success) return refuse.badRequest('A notice asks with generation and numbers.');
    const { moves, timers, presence } = this.#options;
    presence.note(station.station);
    const { generation, keyring } = seen.data;
    await this.#renewal.seen(station, seen.data);
    if (keyring !== null && generation === this.#options.site.generation) {
      await this.#options.erasures.noteHeld(station.station, keyring);
    }
    const notice = await awaitNotice(
      { moves, timers, current: () => this.#currentNotice() },
      seen.data,
      response,
    );
    presence.note(station.station);
    return notice;
  }

  async #currentNotice(): Promise<Notice> {
    const { databases, site, registry, day } = this.#options;
    const time = day.now;
    const seqOf = async (database: Database) => (await database.info()).updateSeq;
    return noticeSchema.parse({
      generation: site.generation,
      directory: await seqOf(databases.directory),
      state: await seqOf(databases.state),
      journal: await seqOf(databases.journal),
      keyring: registry.keyringNumber,
      ...(time.labDay.sure ? { time } : {}),
    });
  }

  async #receipt({ station, request }: Call) {
    const body = await readJson(request, mostReceiptBytes);
    if (isRefusal(body)) return body;
    const asked = readNewer(receiptRequestSchema, body.json);
    if (!asked.success) return refuse.badRequest('A receipt is asked with store and numbers.');
    const { store, lastSeq, waiting, diskUsedPart } = asked.data;
    const { presence, site, journalHead } = this.#options;
    await this.#takeIn();
    const key = `${station.station}:${store}`;
    const { held, past } = await heldOf(key, this.#options);
    const behind = Math.max(0, lastSeq - (past?.upTo ?? held.contiguousSeq));
    presence.noteReceipt(station.station, store, behind, waiting);
    presence.noteDisk(station.station, diskUsedPart);
    return receiptSchema.parse({
      v: 1,
      station: station.station,
      store,
      ...held,
      ...(past && { past }),
      generation: site.generation,
      auditHead: journalHead(),
      ...this.#options.day.now,
    });
  }

  /** What is held is read before what is folded, so that the one never runs ahead of the other. */
  async #vector() {
    const { intake, site, databases } = this.#options;
    await this.#takeIn();
    const held = Object.fromEntries(intake.ledger.held());
    const past = heldPast(intake.ledger);
    const folded = intake.ledger.dirtyLearners().length === 0;
    const { updateSeq } = await databases.state.info();
    const foldedBy = folded ? updateSeq : null;
    return heldVectorSchema.parse({ v: 1, generation: site.generation, held, past, foldedBy });
  }

  /** What can't be taken in now (a full disk, say) is not on the receipt; it will be on a later one. */
  async #takeIn(): Promise<void> {
    const { intake, work, log } = this.#options;
    work.wake();
    try {
      await intake.catchUp();
    } catch (error) {
      log.warn('receipt.behind', { detail: String(error) });
    }
  }

  #keyring({ station }: Call) {
    const { registry, random } = this.#options;
    const { wrappingKey } = station;
    if (wrappingKey === null)
      return refuse.unavailable('The hub does not know this station’s key yet.');
    return keyringAnswerSchema.parse({
      keyring: registry.keyringNumber,
      wrapped: wrapKeyring(registry.keyring, station.station, wrappingKey, random),
    });
  }

  async #stations({ station }: Call) {
    if (station.kind !== 'supervisor') {
      return refuse.forbidden('Only supervisor stations see who is in touch.');
    }
    return stationsAnswer(this.#options, this.#lastBackup());
  }

  #lastBackup() {
    const { backup, clock } = this.#options;
    return backup.toldAt(clock.wallMs());
  }
}
