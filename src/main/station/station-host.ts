import { utilityProcess } from 'electron';
import type { MessagePortMain, UtilityProcess } from 'electron';
import type { ErrorView } from '../../shared/contracts/ipc/views.ts';
import type { WindowRole } from '../../shared/contracts/ipc/contract.ts';
import type { Leaving } from '../../shared/contracts/seat-order.ts';
import type { Log } from '../../shared/ports.ts';
import type {
  CourseAnswer,
  CourseCall,
  PackAnswer,
  PackRequest,
} from '../../station/pack-files.ts';
import { reportSchema } from './control-messages.ts';
import type { Order, Report, StationStart } from './control-messages.ts';
import { restartDelayMs } from './restart-delay.ts';
import { createStationAsks } from './station-asks.ts';

/** What the rest of the app hears of the station's process. */
export interface StationEvents {
  up(connect: (role: WindowRole, port: MessagePortMain) => void): void;
  /** It died; it is being started again. */
  down(): void;
  /** It says it cannot open its data; it is not started again. */
  failed(error: ErrorView): void;
  sitting(present: boolean): void;
  /** It is on another PC than its own, and nobody may sit at it. */
  elsewhere?(standing: Extract<Report, { kind: 'elsewhere' }>): void;
  /** Staff have this app start anew, or end. */
  leave(to: Leaving): void;
}

export interface StationHost {
  /** What the station answers to a request under `pack://`; null while it is away. */
  askPack(request: PackRequest): Promise<PackAnswer | null>;
  /** What the station answers to what a piece asks of its course; null while it is away. */
  askCourse(call: CourseCall): Promise<CourseAnswer | null>;
  /** Whether the window may use its microphone now; never while the station is away. */
  askMicrophone(): Promise<boolean>;
  /** Closes the station's stores and ends its process; resolves when it has ended. */
  stop(): Promise<void>;
}

interface HostNeeds {
  /** Absolute path of the built station process. */
  readonly script: string;
  readonly start: StationStart;
  readonly events: StationEvents;
  /** Takes one JSON line of the process's log. */
  readonly writeLine: (line: string) => void;
  readonly log: Log;
}

/** Of what Node or Chromium say in that process by themselves: enough to know it again. */
const saidLimit = 300;
/** A process ready for this long has recovered, ms. */
const steadyMs = 30_000;
/** How long a stopping process gets to close its stores, ms. */
const stopWithinMs = 5_000;

/** Passes on whole lines of a stream of bytes. */
function eachLine(stream: NodeJS.ReadableStream | null, take: (line: string) => void): void {
  let rest = '';
  stream?.setEncoding('utf8');
  stream?.on('data', (chunk: string) => {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) take(`${line}\n`);
  });
}

/** Runs the station in a process of its own and starts it again when it dies ([WIN7]). */
export function startStationHost({
  script,
  start,
  events,
  writeLine,
  log,
}: HostNeeds): StationHost {
  let child: UtilityProcess | null = null;
  let timer: NodeJS.Timeout | undefined;
  let crashes = 0;
  let readyAt: number | null = null;
  let over = false;
  const packs = createStationAsks<PackRequest, PackAnswer>();
  const courses = createStationAsks<CourseCall, CourseAnswer>();
  const microphone = createStationAsks<undefined, boolean>();

  const order = (message: Order, ports: MessagePortMain[] = []) =>
    child?.postMessage(message, ports);

  const hear = (report: Report) => {
    if (report.kind === 'leave') events.leave(report.to);
    if (report.kind === 'elsewhere') events.elsewhere?.(report);
    if (report.kind === 'sitting') events.sitting(report.present);
    if (report.kind === 'pack') packs.answered(report.id, report.answer);
    if (report.kind === 'course') courses.answered(report.id, report.answer);
    if (report.kind === 'microphone') microphone.answered(report.id, report.answer);
    if (report.kind === 'ready') {
      readyAt = performance.now();
      log.info('station.up', { pid: child?.pid });
      packs.open((id, request) => order({ kind: 'pack', id, request }));
      courses.open((id, call) => order({ kind: 'course', id, call }));
      microphone.open((id) => order({ kind: 'microphone', id }));
      events.up((role, port) => order({ kind: 'connect', role }, [port]));
    }
    if (report.kind === 'failed') {
      over = true;
      log.error('station.failed', { error: report.error });
      events.failed(report.error);
    }
  };

  const ended = (code: number) => {
    child = null;
    packs.close();
    courses.close();
    microphone.close();
    events.down();
    if (over) return;
    const steady = readyAt !== null && performance.now() - readyAt > steadyMs;
    crashes = steady ? 0 : crashes + 1;
    readyAt = null;
    const delayMs = restartDelayMs(crashes - 1);
    log.error('station.died', { code, delayMs });
    timer = setTimeout(launch, delayMs);
  };

  const launch = () => {
    const forked = utilityProcess.fork(script, [JSON.stringify(start)], {
      serviceName: 'Rean station',
      stdio: 'pipe',
    });
    child = forked;
    eachLine(forked.stdout, writeLine);
    eachLine(forked.stderr, (line) => log.warn('station.said', { line: line.slice(0, saidLimit) }));
    forked.on('message', (message: unknown) => {
      const report = reportSchema.safeParse(message);
      if (report.success) hear(report.data);
      else log.error('station.bad-report');
    });
    forked.on('exit', ended);
  };

  launch();
  return {
    askPack: packs.ask,
    askCourse: courses.ask,
    askMicrophone: async () => (await microphone.ask(undefined)) ?? false,
    stop() {
      over = true;
      clearTimeout(timer);
      const stopping = child;
      if (stopping === null) return Promise.resolve();
      return new Promise((resolve) => {
        const last = setTimeout(() => stopping.kill(), stopWithinMs);
        stopping.once('exit', () => {
          clearTimeout(last);
          resolve();
        });
        order({ kind: 'stop' });
      });
    },
  };
}
