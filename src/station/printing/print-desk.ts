import { catchError, firstValueFrom, of, switchMap, throwError, timer } from 'rxjs';
import type { Observable } from 'rxjs';
import * as z from 'zod';
import { rightToPrint } from '../../domain/exports/export-rights.ts';
import { printerNameSchema, printerProblemSchema } from '../../shared/contracts/printer.ts';
import type {
  Printed,
  PrinterName,
  PrinterProblem,
  PrintersView,
  printAskSchema,
} from '../../shared/contracts/printer.ts';
import { ReanError, isReanError } from '../../shared/errors.ts';
import { staffIdSchema } from '../../shared/ids.ts';
import { reasonOf } from '../failure-reason.ts';
import { localDocument, localNames } from '../record/local-documents.ts';
import type { StaffSession } from '../supervisor/staff-session.ts';
import type { StickExportParts } from '../stick/stick-exports.ts';
import type { StationParts } from '../station-parts.ts';
import { troubleOf } from './printer-state.ts';

type PrintParts = Pick<StationParts, 'printers' | 'local'> &
  Pick<StickExportParts, 'recorder' | 'randomness' | 'log'>;
type PrintAsk = z.infer<typeof printAskSchema>;

/** How often printers are looked at while somebody looks at them, ms. */
const lookEveryMs = 3_000;
const idBytes = 8;
const usedSchema = z.object({ printer: printerNameSchema });

const refused = (problem: PrinterProblem) => new ReanError('printer.refused', { problem });

/** Printing for who is signed in at a supervisor's window ([PTR3]). */
export class PrintDesk {
  readonly #parts: PrintParts;
  readonly #used;

  constructor(parts: PrintParts) {
    this.#parts = parts;
    this.#used = localDocument(parts.local, localNames.printer, usedSchema);
  }

  /** Again and again; none where this PC has no such service, or while that does not answer. */
  readonly printers$: Observable<PrintersView> = timer(0, lookEveryMs).pipe(
    switchMap(() => this.#printers()),
    catchError((error: unknown) => {
      const none = isReanError(error) && !this.#parts.printers.isThere;
      return none ? of({ printers: [] }) : throwError(() => error);
    }),
  );

  /**
   * Has what is printed come out there.
   * @throws ReanError `printer.refused` with `none` where there is no such printer
   */
  async use(printer: PrinterName): Promise<void> {
    const { printers } = await this.#printers();
    if (!printers.some(({ name }) => name === printer)) throw refused('none');
    await this.#used.save({ printer });
  }

  /**
   * Prints, if who is signed in has the right to what is on the page; on this PC's disk before the first byte
   * goes, and its end after ([PTR4]).
   * @throws ReanError `permission.denied`, `printer.refused`, and as the recorder has it: then nothing was sent
   */
  async print(
    session: Pick<StaffSession, 'only'>,
    { kind, name, content, printer }: PrintAsk,
  ): Promise<Printed> {
    const { printers: line, recorder, randomness, log } = this.#parts;
    const whoMay = () =>
      firstValueFrom(session.only(rightToPrint(kind), (actor) => of(actor.person)));
    const staff = staffIdSchema.parse(await whoMay());
    const to = await this.#readyPrinter(kind === 'test-page' ? printer : null);
    // Whoever signed out meanwhile prints nothing any more, nor does who came after.
    if ((await whoMay()) !== staff) throw new ReanError('permission.denied');
    const pdf = Buffer.from(content, 'base64');
    const own = { print: Buffer.from(randomness.bytes(idBytes)).toString('hex'), staff };
    const begun = { kind, file: name, bytes: pdf.length, printer: to };
    await recorder.record(null, [{ type: 'print.begun', ...own, ...begun }]);
    const end = async (outcome: PrinterProblem | 'printed') => {
      log.info('print.ended', { outcome, bytes: pdf.length });
      await recorder
        .record(null, [{ type: 'print.ended', ...own, outcome }])
        .catch((error: unknown) => log.error('print.not-recorded', { reason: reasonOf(error) }));
    };
    try {
      await line.print(to, pdf);
    } catch (error) {
      const problem = isReanError(error) ? error.facts['problem'] : null;
      await end(printerProblemSchema.safeParse(problem).data ?? 'failed');
      throw error;
    }
    // It is out: a word of it that finds no room takes nothing back.
    await end('printed');
    return { printer: to };
  }

  async #readyPrinter(asked: PrinterName | null): Promise<PrinterName> {
    const { printers } = await this.#printers();
    const to = printers.find(({ name, isUsed }) => (asked === null ? isUsed : name === asked));
    if (to === undefined) throw refused(asked !== null || printers.length === 0 ? 'none' : 'which');
    const trouble = troubleOf(to.state);
    if (trouble !== null) throw refused(trouble);
    return to.name;
  }

  async #printers(): Promise<PrintersView> {
    const there = await this.#parts.printers.printers();
    const chosen = (await this.#used.load())?.printer;
    const used = there.length === 1 ? there[0]?.name : chosen;
    return { printers: there.map((printer) => ({ ...printer, isUsed: printer.name === used })) };
  }
}
