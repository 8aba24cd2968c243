import { afterEach, beforeEach, expect, it } from 'vitest';
import { printerLine } from '../../src/station/printing/printer-line.ts';
import { printingService } from '../factories/printing-service.ts';
import type { PrintingService } from '../factories/printing-service.ts';
import { onePagePdf } from '../factories/one-page-pdf.ts';

let service: PrintingService;
const times = { lookMs: 200, troubleMs: 2_000, mostMs: 60_000 };
const line = () => printerLine(service.address, times);

beforeEach(async () => {
  service = await printingService();
});
afterEach(() => service.close());

it('[PTR2] [PTR5] CUPS tells its printers and how they stand, prints what it is given, and keeps nothing', async () => {
  expect(await line().printers()).toEqual([]);
  await service.plug('usb-1');
  expect(await line().printers()).toEqual([
    { name: 'usb-1', model: 'Rean Tester', state: 'ready' },
  ]);
  await line().print('usb-1', onePagePdf);
  expect(await service.sheets()).toHaveLength(1);
  expect(await service.waiting()).toBe('');
  await service.unplug('usb-1');
  expect(await line().printers()).toMatchObject([{ name: 'usb-1', state: 'away' }]);
  const printing = line().print('usb-1', onePagePdf);
  await expect(printing).rejects.toMatchObject({
    code: 'printer.refused',
    facts: { problem: 'away' },
  });
  expect(await service.waiting()).toBe('');
  expect(await service.sheets()).toHaveLength(1);
});
