import { isAbsolute } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import * as z from 'zod';
import { printerNameSchema } from '../../shared/contracts/printer.ts';
import type { PrinterName, PrinterProblem, PrinterState } from '../../shared/contracts/printer.ts';
import { ReanError } from '../../shared/errors.ts';
import { askIpp } from './ipp-ask.ts';
import type { IppAnswer, IppAttribute, IppGroup } from './ipp-message.ts';
import { troubleOf } from './printer-state.ts';
import { queueOf } from './queue.ts';

export interface Printer {
  readonly name: PrinterName;
  readonly model: string;
  readonly state: PrinterState;
}

/** The printers of this PC, where its system has the service for it. */
export interface PrinterLine {
  readonly isThere: boolean;
  /** @throws ReanError `printer.refused` with `service` */
  printers(): Promise<readonly Printer[]>;
  /**
   * Prints a PDF on A4 and waits until it is out; what is not is taken back, so that nothing comes out once
   * everybody has left ([PTR5]).
   * @throws ReanError `printer.refused` with `problem`
   */
  print(printer: PrinterName, pdf: Uint8Array): Promise<void>;
}

/** How long it waits for a printer, ms. */
export interface PrinterTimes {
  /** Between two looks at what became of a job. */
  readonly lookMs: number;
  /** As long the printer may say that something is to be done at it. */
  readonly troubleMs: number;
  /** As long a job may take in all. */
  readonly mostMs: number;
}
const usualTimes: PrinterTimes = { lookMs: 1_000, troubleMs: 20_000, mostMs: 240_000 };

/** CUPS is on this PC: what takes longer does not come, ms. A large file is filtered after it has answered. */
const answersWithinMs = 10_000;
const operations = { print: 0x0002, cancel: 0x0008, job: 0x0009, queues: 0x4002 } as const;
const notFound = 0x0406;
/** IPP's `job-state`. */
const [canceled, aborted, completed] = [7, 8, 9];
/** Whose jobs they are for CUPS; who they are of stands in the trail. */
const owner: IppAttribute = { kind: 'name', name: 'requesting-user-name', values: ['rean'] };

const refused = (problem: PrinterProblem, cause?: unknown) =>
  new ReanError('printer.refused', { problem }, cause);

const addressSchema = z.string().refine(isAbsolute).optional();

/**
 * The printers of a PC whose system says in `REAN_PRINT` where CUPS listens, as our image of a supervisor's PC
 * does; of another PC, none.
 * @throws ZodError where it is no absolute path
 */
export function printerLineFrom(env: Readonly<Record<string, string | undefined>>): PrinterLine {
  const address = addressSchema.parse(env['REAN_PRINT']);
  return address === undefined ? noPrinters : printerLine(address);
}

/** Where there is no such service. */
export const noPrinters: PrinterLine = {
  isThere: false,
  printers: () => Promise.reject(refused('service')),
  print: () => Promise.reject(refused('service')),
};

/** @param socketPath of CUPS */
export function printerLine(socketPath: string, times: PrinterTimes = usualTimes): PrinterLine {
  const ask = async (path: string, asked: Parameters<typeof askIpp>[2], page?: Uint8Array) => {
    try {
      return await askIpp({ socketPath }, path, asked, answersWithinMs, page);
    } catch (cause) {
      throw refused('service', cause);
    }
  };
  const printers = async () => {
    const wanted = ['printer-name', 'printer-make-and-model', 'device-uri'];
    const values = [...wanted, 'printer-state', 'printer-state-reasons'];
    const attributes = [{ kind: 'keyword', name: 'requested-attributes', values } as const];
    const answer = await ask('/', { operation: operations.queues, attributes });
    if (answer.status === notFound) return [];
    return Promise.all(done(answer).told.map(queueOf));
  };
  const ofJob = (printer: PrinterName, job: number): IppAttribute[] => [
    printerUri(printer),
    { kind: 'integer', name: 'job-id', values: [job] },
    owner,
  ];
  const stateOf = async (printer: PrinterName, job: number) => {
    const attributes = ofJob(printer, job);
    const { told } = done(await ask('/jobs/', { operation: operations.job, attributes }));
    return numberOf(told, 'job-state');
  };
  const cancel = async (printer: PrinterName, job: number) => {
    // What is out by now, or is not known any more, can't be taken back.
    await ask('/jobs/', { operation: operations.cancel, attributes: ofJob(printer, job) });
  };
  const untilOut = async (printer: PrinterName, job: number) => {
    const [began, well] = [performance.now(), { since: performance.now() }];
    for (;;) {
      const state = await stateOf(printer, job);
      if (state === completed) return;
      if (state === canceled || state === aborted) throw refused('failed');
      const seen = (await printers()).find(({ name }) => name === printer);
      const trouble = troubleOf(seen?.state ?? 'away');
      const now = performance.now();
      if (trouble === null) well.since = now;
      else if (now - well.since > times.troubleMs) throw refused(trouble);
      if (now - began > times.mostMs) throw refused('slow');
      await wait(times.lookMs);
    }
  };
  return {
    isThere: true,
    printers,
    async print(printer, pdf) {
      const name = printerNameSchema.parse(printer);
      const request = {
        operation: operations.print,
        attributes: [
          printerUri(name),
          owner,
          // What it is stays here: printers keep lists of what they printed.
          { kind: 'name', name: 'job-name', values: ['rean'] },
          { kind: 'mime', name: 'document-format', values: ['application/pdf'] },
        ],
        job: [{ kind: 'keyword', name: 'media', values: ['iso_a4_210x297mm'] }],
      } as const;
      const { told } = done(await ask(`/printers/${name}`, request, pdf));
      const job = numberOf(told, 'job-id');
      try {
        await untilOut(name, job);
      } catch (error) {
        await cancel(name, job).catch(() => undefined);
        throw error;
      }
    },
  };
}

const printerUri = (name: PrinterName): IppAttribute => ({
  kind: 'uri',
  name: 'printer-uri',
  values: [`ipp://localhost/printers/${name}`],
});

function done(answer: IppAnswer): IppAnswer {
  if (answer.status >= 0x0100) throw refused('failed', new Error(`IPP ${answer.status}`));
  return answer;
}

function numberOf(told: readonly IppGroup[], name: string): number {
  const number = z.number().safeParse(told[0]?.get(name)?.[0]);
  if (!number.success) throw refused('service', number.error);
  return number.data;
}
