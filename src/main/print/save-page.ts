import { basename } from 'node:path';
import { app, dialog } from 'electron';
import type { BrowserWindow } from 'electron';
import { ReanError } from '../../shared/errors.ts';
import type { CommandInput, CommandOutput } from '../../shared/contracts/ipc/contract.ts';
import type { Log } from '../../shared/ports.ts';
import { printToPdf } from './print-window.ts';
import { writeWhole } from './write-whole.ts';

/**
 * Makes a PDF of a page, asks the person where it is to lie, and writes it there whole ([PRN1]).
 * @param over as of `saveListFile`
 * @throws ReanError `print.failed`, `file.unwritable`, `permission.denied`
 */
export async function savePage(
  window: BrowserWindow,
  { name, html }: CommandInput<'supervisor', 'page.save'>,
  over: AbortSignal,
  log: Log,
): Promise<CommandOutput<'supervisor', 'page.save'>> {
  const pdf = await drawPage(html, log);
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    defaultPath: `${app.getPath('documents')}/${name}.pdf`,
    filters: [{ name: 'PDF', extensions: ['pdf'] }],
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  });
  if (canceled || filePath === '') return { saved: null };
  if (over.aborted) throw new ReanError('permission.denied', { problem: 'signed-out' });
  await writeWhole(filePath, pdf);
  return { saved: basename(filePath) };
}

/**
 * The same for the page itself, which has it written onto a stick ([STK1]).
 * @throws ReanError `print.failed`
 */
export async function pageAsPdf(
  { html }: CommandInput<'supervisor', 'page.pdf'>,
  log: Log,
): Promise<CommandOutput<'supervisor', 'page.pdf'>> {
  const pdf = await drawPage(html, log);
  return { content: Buffer.from(pdf).toString('base64') };
}

function drawPage(html: string, log: Log): Promise<Uint8Array> {
  return printToPdf(html, log).catch((cause: unknown) => {
    throw new ReanError('print.failed', {}, cause);
  });
}
