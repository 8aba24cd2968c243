import { filter, firstValueFrom } from 'rxjs';
import { expect, it } from 'vitest';
import type { Printer, PrinterLine } from '../../src/station/printing/printer-line.ts';
import type { PrinterProblem, PrintKind } from '../../src/shared/contracts/printer.ts';
import { ReanError } from '../../src/shared/errors.ts';
import { officer, passphrase, technician } from '../factories/desk-people.ts';
import { onePagePdf } from '../factories/one-page-pdf.ts';
import { stationDesk } from '../factories/station-desk.ts';
import { supervisorWindow } from '../factories/station-window.ts';
import { noPrinters } from '../../src/station/printing/printer-line.ts';
import { stickLineFrom } from '../../src/station/stick/stick-line.ts';
import { until } from './kiosk-hand.ts';

/** Printers that a test moves; CUPS itself is asked in `tests/integration/printing.test.ts`. */
function ownPrinters(there: Printer[]) {
  const came: string[] = [];
  const fails: { with: PrinterProblem | null } = { with: null };
  const line: PrinterLine = {
    isThere: true,
    printers: () => Promise.resolve([...there]),
    print(printer) {
      came.push(printer);
      const problem = fails.with;
      return problem === null
        ? Promise.resolve()
        : Promise.reject(new ReanError('printer.refused', { problem }));
    },
  };
  return { line, came, fails };
}

const printer = (name: string, state: Printer['state'] = 'ready'): Printer => ({
  name,
  model: 'Rean Tester',
  state,
});
const content = onePagePdf.toString('base64');

async function at(staff: string | null, printers: PrinterLine) {
  const desk = await stationDesk('supervisor', stickLineFrom({}), printers);
  desk.hub.pull();
  const window = supervisorWindow(await desk.start());
  await firstValueFrom(window.observe('staff', undefined).pipe(filter(({ ready }) => ready)));
  if (staff !== null) await window.call('staff.sign-in', { staff, passphrase });
  const print = (kind: PrintKind, to: string | null = null) =>
    window.call('printer.print', { kind, name: 'page.pdf', content, printer: to });
  const recorded = async () =>
    (await desk.recorded()).flatMap(({ payload }) =>
      payload.type === 'print.begun' || payload.type === 'print.ended' ? [payload] : [],
    );
  return { desk, window, print, recorded };
}

const refused = (problem: PrinterProblem) => ({ code: 'printer.refused', facts: { problem } });

it('[PTR4] a page is on record before it goes, and its end after; what never went leaves nothing', async () => {
  const { line, came, fails } = ownPrinters([printer('usb-1')]);
  const { window, print, recorded } = await at(officer, line);
  expect((await window.call('app.info', undefined)).prints).toBe(true);
  expect(await print('report')).toEqual({ printer: 'usb-1' });
  const [begun, ended] = await recorded();
  expect(begun).toMatchObject({ kind: 'report', file: 'page.pdf', bytes: onePagePdf.length });
  expect(begun).toMatchObject({ staff: officer, printer: 'usb-1' });
  expect(ended).toMatchObject({ type: 'print.ended', outcome: 'printed', staff: officer });
  fails.with = 'jam';
  await expect(print('report')).rejects.toMatchObject(refused('jam'));
  expect((await recorded()).at(-1)).toMatchObject({ outcome: 'jam' });
  expect(came).toEqual(['usb-1', 'usb-1']);
  const out = ownPrinters([printer('usb-1', 'paper')]);
  const empty = await at(officer, out.line);
  await expect(empty.print('report')).rejects.toMatchObject(refused('paper'));
  expect(out.came).toEqual([]);
  expect(await empty.recorded()).toEqual([]);
});

it('[PTR2] of several printers one is chosen, for good; none, or none chosen, is told', async () => {
  const there = [printer('usb-1'), printer('usb-2', 'away')];
  const { line, came } = ownPrinters(there);
  const { window, print } = await at(officer, line);
  await expect(print('report')).rejects.toMatchObject(refused('which'));
  await print('test-page', 'usb-1');
  await window.call('printer.use', { printer: 'usb-2' });
  const { printers } = await until(window.observe('printers', undefined), (view) =>
    view.printers.some(({ isUsed }) => isUsed),
  );
  expect(printers).toMatchObject([{ isUsed: false }, { name: 'usb-2', isUsed: true }]);
  await expect(print('report')).rejects.toMatchObject(refused('away'));
  // What is no test page goes where everything goes, whatever the page says.
  await expect(print('report', 'usb-1')).rejects.toMatchObject(refused('away'));
  await expect(window.call('printer.use', { printer: 'usb-9' })).rejects.toMatchObject(
    refused('none'),
  );
  expect(came).toEqual(['usb-1']);
  there.length = 0;
  await expect(print('report')).rejects.toMatchObject(refused('none'));
});

it('[PTR3] is for whoever has a right to what is on the page, and for nobody who is not signed in', async () => {
  const { line, came } = ownPrinters([printer('usb-1')]);
  const denied = { code: 'permission.denied' };
  const own = await at(technician, line);
  for (const kind of ['report', 'cards', 'trail', 'record'] as const) {
    await expect(own.print(kind)).rejects.toMatchObject(denied);
  }
  await own.print('test-page');
  const nobody = await at(null, line);
  await expect(nobody.print('test-page')).rejects.toMatchObject(denied);
  await expect(nobody.window.call('printer.use', { printer: 'usb-1' })).rejects.toMatchObject(
    denied,
  );
  expect(came).toEqual(['usb-1']);
});

it('[PTR1] a PC without the service has no printers, and says so', async () => {
  const { window, print } = await at(officer, noPrinters);
  expect((await window.call('app.info', undefined)).prints).toBe(false);
  expect(await firstValueFrom(window.observe('printers', undefined))).toEqual({ printers: [] });
  await expect(print('report')).rejects.toMatchObject(refused('service'));
});
