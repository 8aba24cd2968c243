import type { MessagePortMain } from 'electron';
import type { WindowRole } from '../shared/contracts/ipc/contract.ts';
import { asReanError } from '../shared/errors.ts';
import { openStation } from '../station/station-service.ts';
import { printerLineFrom } from '../station/printing/printer-line.ts';
import { stickLineFrom } from '../station/stick/stick-line.ts';
import type { CourseCall, PackAnswer, PackRequest } from '../station/pack-files.ts';
import type { Power } from '../shared/ports.ts';
import type { StationService } from '../station/station-service.ts';
import { exitCodes } from './launch/exit-codes.ts';
import { createJsonLog } from './log/json-log.ts';
import { orderSchema, stationStartSchema } from './station/control-messages.ts';
import type { Report } from './station/control-messages.ts';
import { powerFrom, systemClock, systemRandomness } from '../station/machine/system-ports.ts';

/**
 * The station's own process: it alone opens the station's stores, so that no long read or write
 * ever holds up a window. It prints its log; the main process keeps it.
 */
const clock = systemClock();
const log = createJsonLog((line) => process.stdout.write(line), clock, 'station');
const report = (message: Report) => process.parentPort.postMessage(message);

/** Lets one window speak with the station, over a port of its own. */
function connectWindow(service: StationService, role: WindowRole, port: MessagePortMain): void {
  const connection = service.connect(role, (reply) => port.postMessage(reply));
  port.on('message', ({ data }) => connection.receive(data));
  port.on('close', () => connection.close());
  port.start();
}

/**
 * Tells the main process when somebody sits down or signs in and when they leave: each sitting gets its
 * own window, and what was copied is gone.
 */
function reportSittings(service: StationService): void {
  service.seated$.subscribe((present) => report({ kind: 'sitting', present }));
}

/** Nobody sits there; the app is told how far it is, and to start anew once it is to go on here. */
function reportElsewhere({ elsewhere }: StationService): void {
  elsewhere?.status$.subscribe(({ hubReachable, waiting }) =>
    report({ kind: 'elsewhere', hubReachable, waiting }),
  );
  elsewhere?.accepted$.subscribe(() => report({ kind: 'leave', to: 'restart' }));
}

/** Where the PC is not ours, the app alone starts anew, or ends ([PWR3]). */
const appPower: Power = {
  go: (to) => {
    report({ kind: 'leave', to });
    return Promise.resolve(null);
  },
};

const brokenPack: PackAnswer = { status: 500, headers: {}, body: null };

async function answerPack(service: StationService, id: number, request: PackRequest) {
  try {
    report({ kind: 'pack', id, answer: await service.servePack(request) });
  } catch (error) {
    log.error('pack.not-served', { error });
    report({ kind: 'pack', id, answer: brokenPack });
  }
}

/** It never rejects: a refusal is an answer. */
async function answerCourse(service: StationService, id: number, call: CourseCall) {
  report({ kind: 'course', id, answer: await service.courseCall(call) });
}

async function stop(service: StationService): Promise<void> {
  await service.close();
  process.exit(0);
}

function obey(service: StationService, message: unknown, ports: readonly MessagePortMain[]): void {
  const order = orderSchema.parse(message);
  const [port] = ports;
  if (order.kind === 'stop') void stop(service);
  if (order.kind === 'pack') void answerPack(service, order.id, order.request);
  if (order.kind === 'course') void answerCourse(service, order.id, order.call);
  if (order.kind === 'microphone') {
    report({ kind: 'microphone', id: order.id, answer: service.mayHear() });
  }
  // Of a station that is not on its own PC no window gets a line, whatever the app makes of it ([FBT4]).
  if (order.kind === 'connect' && port !== undefined && service.elsewhere === null) {
    connectWindow(service, order.role, port);
  }
}

async function run(): Promise<void> {
  const start = stationStartSchema.parse(JSON.parse(process.argv[2] ?? 'null'));
  const power = powerFrom(process.env, appPower);
  const stick = stickLineFrom(process.env);
  const printers = printerLineFrom(process.env);
  const randomness = systemRandomness();
  const service = await openStation({ ...start, power, stick, printers, clock, randomness, log });
  process.parentPort.on('message', ({ data, ports }) => obey(service, data, ports));
  reportSittings(service);
  report({ kind: 'ready' });
  reportElsewhere(service);
}

/** The main process starts this one again; what was acknowledged is on disk. */
function stopOnDefect(): void {
  for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(event, (error: unknown) => {
      log.error('station.defect', { error });
      process.exit(exitCodes.software);
    });
  }
}

stopOnDefect();
try {
  await run();
} catch (error) {
  const { code, facts } = asReanError(error);
  log.error('station.not-opened', { error });
  report({ kind: 'failed', error: { code, facts: { ...facts } } });
}
