import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { askIpp } from '../../src/station/printing/ipp-ask.ts';
import { printerLine } from '../../src/station/printing/printer-line.ts';
import { printingService } from '../factories/printing-service.ts';
import type { PrintingService } from '../factories/printing-service.ts';
import { onePagePdf } from '../factories/one-page-pdf.ts';

let service: PrintingService;
const times = { lookMs: 200, troubleMs: 2_000, mostMs: 30_000 };
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

it('[PTR5] a printer without paper is told of, and what did not come out is taken back', async () => {
  await service.plug('usb-1');
  await service.paper(false);
  const printing = line().print('usb-1', onePagePdf);
  await expect(printing).rejects.toMatchObject({ facts: { problem: 'paper' } });
  await vi.waitFor(async () => expect(await service.waiting()).toBe(''));
  expect(await line().printers()).toMatchObject([{ state: 'paper' }]);
  await service.paper(true);
  await vi.waitFor(async () => expect(await line().printers()).toMatchObject([{ state: 'ready' }]));
});

it('[PTR2] where CUPS does not answer, that is told', async () => {
  const nobody = printerLine(`${service.address}.none`);
  await expect(nobody.printers()).rejects.toMatchObject({ facts: { problem: 'service' } });
});

it('[PTR1] a printer that answers on this PC gets a queue, once; the window sets none up', async () => {
  const port = await service.plug('own');
  await service.look(port);
  await service.look(port);
  const names = (await line().printers()).map(({ name }) => name).toSorted();
  expect(names).toEqual(['own', `usb-${port}`]);
  await line().print(`usb-${port}`, onePagePdf);
  expect(await service.sheets()).toHaveLength(1);
  const uri = {
    kind: 'uri',
    name: 'printer-uri',
    values: ['ipp://localhost/printers/own'],
  } as const;
  const [addPrinter, deletePrinter, useAlways] = [0x4003, 0x4004, 0x400a];
  for (const operation of [addPrinter, deletePrinter, useAlways]) {
    const place = { socketPath: service.address };
    const asked = askIpp(place, '/admin/', { operation, attributes: [uri] }, 5_000);
    await expect(asked).rejects.toThrow('HTTP 401');
  }
});
