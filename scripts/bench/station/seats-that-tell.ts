import { readStationConfig } from '../../../src/station/config/read-station-config.ts';
import type { LiveReport, LiveSitting } from '../../../src/shared/contracts/live-seat.ts';
import { stationRunSchema } from '../../../src/shared/contracts/machine.ts';
import type { LearnerId } from '../../../src/shared/ids.ts';
import { systemRandomness } from '../../../src/sync/machine/system-ports.ts';
import { hubTransport } from '../../../src/sync/transport/https-transport.ts';
import { HubClient } from '../../../src/sync/transport/hub-client.ts';

const everyMs = 1000;
const shown = [
  { helpAsked: false, stuck: false, quiet: null },
  { helpAsked: true, stuck: false, quiet: null },
  { helpAsked: false, stuck: true, quiet: null },
  { helpAsked: false, stuck: false, quiet: 'idle' },
] as const satisfies readonly Partial<LiveSitting>[];

/** Seats that say something else each second, over HTTPS, with their own certificates; no more of a station. */
export interface TellingSeats {
  /** Begins to tell, spread over the second as seats are. */
  start(): void;
  /** How often a seat told so far. */
  readonly told: () => number;
  stop(): Promise<void>;
}

/** @param folders data folders of kiosks @param learners who sits at each */
export async function seatsThatTell(
  folders: readonly string[],
  learners: readonly LearnerId[],
): Promise<TellingSeats> {
  const stopped = new AbortController();
  let told = 0;
  const seats = await Promise.all(
    folders.map(async (folder, index) => {
      const { hub, tls } = await readStationConfig(folder);
      const transport = hubTransport({ url: hub.url, tls });
      const run = stationRunSchema.parse(Buffer.from(systemRandomness().bytes(8)).toString('hex'));
      return { transport, client: new HubClient(transport), run, learner: learners[index], index };
    }),
  );
  const timers: NodeJS.Timeout[] = [];
  const reports = new Map<number, number>();
  const under = new Set<Promise<void>>();
  const tell = async ({ client, run, learner, index }: (typeof seats)[number]) => {
    const number = (reports.get(index) ?? 0) + 1;
    reports.set(index, number);
    await client.tellSeat(reportOf(run, number, learner), stopped.signal);
    told += 1;
  };
  return {
    start() {
      for (const seat of seats) {
        const begin = () => {
          timers.push(
            setInterval(() => void under.add(tell(seat).catch(() => undefined)), everyMs),
          );
        };
        timers.push(setTimeout(begin, (seat.index * everyMs) / seats.length));
      }
    },
    told: () => told,
    async stop() {
      for (const timer of timers) clearTimeout(timer);
      stopped.abort();
      await Promise.all(under);
      for (const { transport } of seats) transport.close();
    },
  };
}

function reportOf(
  run: LiveReport['run'],
  number: number,
  learner: LearnerId | undefined,
): LiveReport {
  const looks = shown[number % shown.length] ?? shown[0];
  return {
    v: 1,
    run,
    number,
    sitting: learner === undefined ? null : { learner, open: null, ...looks },
    waiting: number % 7,
    receiptAgeMs: 100,
    wallMs: Date.now(),
    appVersion: '0.0.0',
    diskUsedPart: 0.5,
    celsius: 50,
  };
}
