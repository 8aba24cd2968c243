import * as z from 'zod';
import { printerNameSchema } from '../../shared/contracts/printer.ts';
import { askIpp } from './ipp-ask.ts';
import type { IppGroup } from './ipp-message.ts';
import type { Printer } from './printer-line.ts';
import { printerState } from './printer-state.ts';

/** A printer of this PC's own answers within this, ms. */
const answersWithinMs = 2_000;
const getPrinter = 0x000b;

/** What CUPS says of a queue, and a printer of itself. */
const toldSchema = z.object({
  'printer-make-and-model': z.tuple([z.string().max(127)], z.unknown()).optional(),
  'printer-state': z.tuple([z.number()], z.unknown()),
  'printer-state-reasons': z.array(z.string()).default([]),
});
const queueSchema = toldSchema.extend({
  'printer-name': z.tuple([printerNameSchema], z.unknown()),
  'device-uri': z.tuple([z.string()], z.unknown()),
});

/** As `ipp-usb` has a printer answer on this PC. */
const deviceUri = /^ipp:\/\/(?:localhost|127\.0\.0\.1):(\d{2,5})(\/[A-Za-z0-9/_.-]{0,100})$/;

/**
 * A printer as it stands now: CUPS asks one only while it prints, so that a printer of this PC's is asked itself.
 * @throws ZodError where CUPS says what no queue of ours is like
 */
export async function queueOf(group: IppGroup): Promise<Printer> {
  const queue = queueSchema.parse(Object.fromEntries(group));
  const [name] = queue['printer-name'];
  const [, port, path] = deviceUri.exec(queue['device-uri'][0]) ?? [];
  if (port === undefined || path === undefined) return { name, ...standing(queue) };
  try {
    const own = await askDevice(Number(port), path, queue['device-uri'][0]);
    return { name, ...standing(own) };
  } catch {
    return { name, ...standing(queue), state: 'away' };
  }
}

async function askDevice(port: number, path: string, uri: string) {
  const values = ['printer-make-and-model', 'printer-state', 'printer-state-reasons'];
  const { told } = await askIpp(
    { port },
    path,
    {
      operation: getPrinter,
      attributes: [
        { kind: 'uri', name: 'printer-uri', values: [uri] },
        { kind: 'keyword', name: 'requested-attributes', values },
      ],
    },
    answersWithinMs,
  );
  return toldSchema.parse(Object.fromEntries(told[0] ?? []));
}

function standing(told: z.infer<typeof toldSchema>) {
  return {
    // What CUPS adds to a name that it was told.
    model: (told['printer-make-and-model']?.[0] ?? '').replace(/ - IPP Everywhere$/, ''),
    state: printerState(told['printer-state'][0], told['printer-state-reasons']),
  };
}
