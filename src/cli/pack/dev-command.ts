import { spawn } from 'node:child_process';
import { existsSync, watch } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { Command } from 'commander';
import * as z from 'zod';
import { sourceName } from '../../content/build/read-source.ts';
import { ReanError } from '../../shared/errors.ts';
import { parseOptions } from '../hub/options.ts';
import { PreviewDesk } from './dev/preview-desk.ts';
import { servePreview } from './dev/preview-server.ts';
import { orTellPackFailure } from './pack-io.ts';
import type { PackIo } from './pack-io.ts';

const optionsSchema = z.object({
  port: z.coerce.number().int().min(0).max(65_535).default(0),
  open: z.boolean().default(true),
  json: z.boolean().default(false),
});
type Options = z.infer<typeof optionsSchema>;

/** `rean pack dev SRC` (docs/authoring.md). */
export function devCommand(io: PackIo): Command {
  return new Command('dev')
    .description('Show a source folder’s lessons in a browser, anew whenever a file is saved.')
    .argument('<source>', 'folder with pack.source.json')
    .option('--port <port>', 'of this PC; any that is free where it is left out')
    .option('--no-open', 'only say the address')
    .option('--json', 'say the address as one JSON object')
    .action((source: string, given: unknown) =>
      orTellPackFailure(io, given, () => dev(io, source, parseOptions(optionsSchema, given))),
    );
}

/** Serves until it is ended (Ctrl+C). */
async function dev(io: PackIo, source: string, { port, open, json }: Options): Promise<void> {
  const folder = resolve(source);
  if ((await io.disk.fileSize(join(folder, sourceName))) === null) {
    throw new ReanError('pack.file-missing', { path: join(folder, sourceName) });
  }
  const desk = new PreviewDesk(io.disk, folder);
  const pages = builtPages(import.meta.dirname);
  const parts = { disk: io.disk, desk, pages, watch: watchFolder(folder) };
  const { address } = await servePreview(parts, port);
  io.print(
    json
      ? JSON.stringify({ source: folder, address })
      : `${source} is shown at ${address} and again whenever a file is saved. Ctrl+C ends it.`,
  );
  if (open) openBrowser(address);
}

/** Saving one file makes several signs of it; they count as one. */
const settleMs = 150;

const watchFolder = (folder: string) => (changed: () => void) => {
  let waiting: NodeJS.Timeout | undefined;
  const watcher = watch(folder, { recursive: true }, () => {
    clearTimeout(waiting);
    waiting = setTimeout(changed, settleMs);
  });
  return () => {
    clearTimeout(waiting);
    watcher.close();
  };
};

/** `dist/renderer`, above wherever this file was built to. Throws `config.invalid` where nothing is built. */
function builtPages(folder: string): string {
  for (const below of ['renderer', 'dist/renderer']) {
    const pages = join(folder, below);
    if (existsSync(join(pages, 'preview', 'index.html'))) return pages;
  }
  const parent = dirname(folder);
  if (parent === folder) throw new ReanError('config.invalid', { path: 'dist/renderer/preview' });
  return builtPages(parent);
}

/** A PC without a browser, or without a screen, still has the address. */
function openBrowser(address: string): void {
  const opener = spawn('xdg-open', [address], { stdio: 'ignore', detached: true });
  opener.once('error', () => undefined);
  opener.unref();
}
