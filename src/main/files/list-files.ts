import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { app, dialog } from 'electron';
import type { BrowserWindow } from 'electron';
import { mostListBytes } from '../../shared/contracts/ipc/list-views.ts';
import type { CommandInput, CommandOutput } from '../../shared/contracts/ipc/contract.ts';
import { ReanError } from '../../shared/errors.ts';
import { writeWhole } from '../print/write-whole.ts';

const filters = [{ name: 'CSV, Excel', extensions: ['csv', 'xlsx', 'txt'] }];

/**
 * Asks the person for a list of learners and gives what is in it: the page never learns where it
 * lies, and reads no other file ([IMP2]).
 * @throws ReanError `file.unreadable`
 */
export async function openListFile(
  window: BrowserWindow,
): Promise<CommandOutput<'supervisor', 'file.open'>> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    defaultPath: app.getPath('documents'),
    filters,
    properties: ['openFile'],
  });
  const [path] = filePaths;
  if (canceled || path === undefined) return null;
  const content = await readSmall(path).catch((cause: unknown) => {
    throw new ReanError('file.unreadable', {}, cause);
  });
  return { name: basename(path), content: content.toString('base64') };
}

/** A plain file of at most {@link mostListBytes}; larger ones are not read at all. */
async function readSmall(path: string): Promise<Buffer> {
  const file = await open(path, 'r');
  try {
    const found = await file.stat();
    if (!found.isFile() || found.size > mostListBytes) throw new Error('no such list');
    return await file.readFile();
  } finally {
    await file.close();
  }
}

/**
 * Asks the person where a list is to lie, and writes it there whole.
 * @param over aborted once they are signed out: whoever answers then saves nothing of theirs ([WIN12])
 * @throws ReanError `file.unwritable`, `permission.denied`
 */
export async function saveListFile(
  window: BrowserWindow,
  { name, content }: CommandInput<'supervisor', 'file.save'>,
  over: AbortSignal,
): Promise<CommandOutput<'supervisor', 'file.save'>> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    defaultPath: `${app.getPath('documents')}/${name}`,
    filters: [{ name, extensions: [name.split('.').at(-1) ?? ''] }],
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  });
  if (canceled || filePath === '') return { saved: null };
  if (over.aborted) throw new ReanError('permission.denied', { problem: 'signed-out' });
  await writeWhole(filePath, Buffer.from(content, 'base64'));
  return { saved: basename(filePath) };
}
