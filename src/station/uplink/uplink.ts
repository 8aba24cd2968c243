import type { Observable } from 'rxjs';
import type {
  CommandAnswer,
  SignedCommand,
} from '../../shared/contracts/commands/staff-command.ts';
import type { StationsAnswer } from '../../shared/contracts/hub-api.ts';
import type { NoticeView, SyncPhase } from '../../shared/contracts/ipc/status-views.ts';
import type { HubSeen } from '../../shared/contracts/hub-seen.ts';
import type { LiveAnswer, LiveReport } from '../../shared/contracts/live-seat.ts';
import type { LookAnswer, LookId, WantedLook } from '../../shared/contracts/look.ts';
import type { PacksAnswer } from '../../shared/contracts/pack-api.ts';
import type { RenewalAnswer, RenewalRequest } from '../../shared/contracts/renewal.ts';
import type { OrdersAnswer } from '../../shared/contracts/seat-order.ts';
import type { TryAnswer, TryRequest } from '../../shared/contracts/try-api.ts';
import type { RecordingLine } from '../recordings/recording-line.ts';
import type { Replica } from '../replica/replica.ts';

/** How this station stands with its hub. */
export interface UplinkStatus {
  readonly phase: SyncPhase;
  readonly hubReachable: boolean;
  /** Events no receipt covers yet. */
  readonly waiting: number;
  /** When the last receipt came, on the monotonic clock, ms; null if never. */
  readonly receiptAtMs: number | null;
  /** What stands in the way, if anything. */
  readonly trouble: { readonly code: NoticeView['code']; readonly detail: string } | null;
  /** Which of the PCs that are this station the hub takes this one for; null where it did not say. */
  readonly machine: string | null;
}

/** What a command is signed for. */
export interface HubNow {
  readonly hubRun: string;
  /** Its clock, ms since 1970. */
  readonly hubWallMs: number;
  /** As staff confirmed it there, or else by its clock ([TTB2]), `YYYY-MM-DD`; null where it isn't told. */
  readonly labDate: string | null;
}

/** Tells and hears what seats do now ([LIV1]); both reject with `hub.*`, and end with their signal. */
export interface LiveLine {
  /** Says what this station's seat does; false at a hub that knows no such thing. */
  tell(report: LiveReport, signal: AbortSignal): Promise<boolean>;
  /**
   * Seats that moved since what was seen, once one has, or after 5 s; stations of kind `supervisor` only.
   * Null at a hub that knows no such thing.
   */
  seats(seen: HubSeen | null, signal: AbortSignal): Promise<LiveAnswer | null>;
}

/** Shows what a learner has on their screen to staff who ask ([LOK3]); all reject with `hub.*`, and end with their signal. */
export interface LookLine {
  /** Of this seat: waits for the hub to say that somebody looks; `unheard` at a hub that knows no such thing. */
  wanted(signal: AbortSignal): Promise<WantedLook | null | 'unheard'>;
  give(look: LookId, answer: LookAnswer, signal: AbortSignal): Promise<boolean>;
  /** What was asked for from here; stations of kind `supervisor` only. */
  fetch(look: LookId, signal: AbortSignal): Promise<LookAnswer>;
}

/** Hears what staff have this seat do ([ACT2]). */
export interface OrderLine {
  /**
   * Orders after what was seen, once there is one, or after 5 s; for kiosks only. Null at a hub that knows no such
   * thing. Rejects with `hub.*`, and ends with its signal.
   */
  next(seen: HubSeen | null, signal: AbortSignal): Promise<OrdersAnswer | null>;
}

/** The hub as the rest of the station needs it; the replication machine is behind it. */
export interface Uplink {
  readonly status$: Observable<UplinkStatus>;
  /** The databases pulled last, at once and after each new generation; null before the first pull. */
  readonly replica$: Observable<Replica | null>;
  /** Asks the hub who has been in touch; stations of kind `supervisor` only. Rejects with `hub.*`. */
  stations(): Promise<StationsAnswer>;
  /** Asks it of packs, its own and its stations'; stations of kind `supervisor` only. As above. */
  packs(): Promise<PacksAnswer>;
  /** The hub as it runs now, asked of it. Rejects with `hub.*`. */
  hubNow(): Promise<HubNow>;
  /** Has it do or tell what staff signed here; as above. */
  command(signed: SignedCommand): Promise<CommandAnswer>;
  /** Has it count a try before it is checked; as above, and at the latest after this, ms. */
  countTry(request: TryRequest, atMostMs: number): Promise<TryAnswer>;
  /** Brings it keys this station made, as it asked; as above. */
  renew(request: RenewalRequest): Promise<RenewalAnswer>;
  /** Tells it that this station trusts an authority, by its fingerprint; as above. */
  knowAuthority(fingerprint: string): Promise<void>;
  /** What seats do now. */
  readonly live: LiveLine;
  /** Looks at learners' screens. */
  readonly looks: LookLine;
  readonly orders: OrderLine;
  /** Copies of what learners read aloud. */
  readonly recordings: RecordingLine;
  start(): void;
  stop(): Promise<void>;
}
