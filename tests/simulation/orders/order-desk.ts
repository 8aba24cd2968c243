import { BehaviorSubject, Subject, distinctUntilChanged, map } from 'rxjs';
import type {
  CommandStatement,
  SignedCommand,
} from '../../../src/shared/contracts/commands/staff-command.ts';
import { withoutHub } from '../../../src/shared/contracts/seat-order.ts';
import type { SeatAct } from '../../../src/shared/contracts/seat-order.ts';
import { ReanError, isReanError } from '../../../src/shared/errors.ts';
import type { StationId } from '../../../src/shared/ids.ts';
import type { Clock } from '../../../src/shared/ports.ts';
import { hubSeats$, peerSeats$ } from '../../../src/station/live/heard-seats.ts';
import type { HeardReport } from '../../../src/station/peers/lab-peers.ts';
import { localDocument, localNames } from '../../../src/station/record/local-documents.ts';
import { SeatCommander } from '../../../src/station/seat-orders/seat-commander.ts';
import type { SeatCommanderParts } from '../../../src/station/seat-orders/seat-commander.ts';
import {
  UntoldOrders,
  untoldOrdersSchema,
} from '../../../src/station/seat-orders/untold-orders.ts';
import { askHub, signFor } from '../../../src/station/supervisor/hub-commands.ts';
import type { Uplink } from '../../../src/station/uplink/uplink.ts';
import { signStatement } from '../../../src/sync/command/sign-command.ts';
import type { CommandSigner } from '../../../src/sync/command/sign-command.ts';
import type { PeerDesk } from '../../../src/sync/peer/peer-desk.ts';
import { MemoryDisk } from '../../../src/sync/store/memory-storage.ts';
import type { OrderBook } from './order-book.ts';
import { openOrderLine, silent } from './order-line.ts';
import type { OrderLine, OrderStationParts } from './order-line.ts';

export interface OrderDeskParts extends OrderStationParts {
  readonly book: OrderBook;
  /** Whoever is signed in here. */
  readonly officer: CommandSigner;
}

/** Of one power-on: what it does after a cut goes nowhere. */
interface Life {
  on: boolean;
}

interface Running {
  readonly line: OrderLine;
  readonly untold: UntoldOrders;
  readonly commander: SeatCommander;
  readonly life: Life;
}

/** A supervisor's station with an officer at its window, who signs as at a real one. */
export class OrderDesk {
  readonly #parts: OrderDeskParts;
  readonly #clock: Clock;
  disk = new MemoryDisk();
  clockOffMs = 0;
  #running: Running | null = null;

  constructor(parts: OrderDeskParts) {
    this.#parts = parts;
    this.#clock = {
      wallMs: () => Date.now() + this.clockOffMs,
      monotonicMs: () => performance.now(),
    };
  }

  get isOn(): boolean {
    return this.#running !== null;
  }

  get running(): Running {
    if (this.#running === null) throw new Error('the desk is off');
    return this.#running;
  }

  get desk(): PeerDesk | null {
    return this.#running?.line.peers.desk ?? null;
  }

  async switchOn(): Promise<void> {
    const { randomness } = this.#parts;
    const life: Life = { on: true };
    const heard$ = new Subject<HeardReport>();
    const line = await openOrderLine(this.#parts, this.disk, this.#clock, {
      heard: (station, report) => heard$.next({ station, report }),
    });
    const { peers, directory } = line;
    const uplink = this.#overheard(line.uplink, life);
    const untold = await UntoldOrders.open({
      store: localDocument(line.local, localNames.untold, untoldOrdersSchema),
      uplink,
      log: silent,
    });
    const clock = this.#clock;
    const together$ = peers.status$.pipe(map(({ together }) => together));
    const commander = new SeatCommander({
      session: this.#session(uplink),
      seats$: [hubSeats$({ uplink, clock }), peerSeats$(heard$, together$, clock)],
      directory: () => directory.directory,
      hubReachable$: uplink.status$.pipe(
        map(({ hubReachable }) => hubReachable),
        distinctUntilChanged(),
      ),
      order: async (station, carried, signal) => {
        this.#note(carried.command, life);
        return peers.order(station, carried, signal);
      },
      untold,
      clock,
      randomness,
      log: silent,
    });
    this.#running = { line, untold, commander, life };
  }

  /** Resolves once it is given, or was refused; not where the power goes out meanwhile. */
  async give(act: SeatAct, seats: readonly StationId[]): Promise<void> {
    try {
      await this.#running?.commander.give(act, seats);
    } catch (error) {
      if (!isReanError(error)) throw error;
    }
  }

  cutPower(survives: () => boolean): void {
    const { line, untold, commander, life } = this.running;
    life.on = false;
    this.#running = null;
    this.disk = this.disk.afterPowerCut(survives);
    line.cut();
    commander.close();
    untold.close();
    void line.stop();
  }

  async stop(): Promise<void> {
    const { line, untold, commander } = this.running;
    commander.close();
    untold.close();
    await line.stop();
  }

  #overheard(uplink: Uplink, life: Life): Uplink {
    return {
      ...uplink,
      command: async (signed) => {
        this.#note(signed, life);
        if (signed.hubRun === withoutHub) this.#parts.book.note('told late on record');
        return uplink.command(signed);
      },
    };
  }

  #note(command: SignedCommand, { on }: Life): void {
    const { book } = this.#parts;
    if (!on) throw new ReanError('hub.unreachable', { reason: 'no power' });
    if (Math.abs(this.clockOffMs) > 1e12) book.note('ordered while a clock is years off');
    book.issue(command);
  }

  /** The officer's session, as it signs; nobody's passphrase is opened here. */
  #session(uplink: Uplink): SeatCommanderParts['session'] {
    const { officer, config, randomness } = this.#parts;
    const parts = { uplink, config, clock: this.#clock, randomness };
    const sign = (statement: CommandStatement) => [signStatement(statement, officer, 1)];
    return {
      signedIn$: new BehaviorSubject(officer.staff),
      command: (asked) => askHub(parts, { ...asked, sign }),
      signAlone: ({ contract, input, id }) => {
        const hub = { hubRun: withoutHub, hubWallMs: this.#clock.wallMs(), labDate: null };
        return signFor(hub, parts, { contract, input, reason: null, sign }, id);
      },
    };
  }
}
