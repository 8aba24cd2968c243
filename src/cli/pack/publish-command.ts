import { resolve } from 'node:path';
import { Command } from 'commander';
import * as z from 'zod';
import { hubPacksFolder } from '../../hub/packs/hub-packs.ts';
import { publishPacksCommand } from '../../hub/packs/pack-commands.ts';
import { isReanError, ReanError } from '../../shared/errors.ts';
import { packIdSchema } from '../../shared/ids.ts';
import { onHub } from '../hub/on-hub.ts';
import { parseOptions } from '../hub/options.ts';
import { openExistingStore, orTellPackFailure } from './pack-io.ts';
import type { PackIo } from './pack-io.ts';

const optionsSchema = z.object({
  hub: z.string().min(1),
  only: packIdSchema.optional(),
  json: z.boolean().default(false),
});

/** `rean pack publish [FILE…] --hub DATA`: has all stations of a site get packs ([PKG19]). */
export function publishCommand(io: PackIo): Command {
  return new Command('publish')
    .description("Install packs at a hub, and put what is there on its site's list.")
    .argument('[files...]', '.kpack files to install first')
    .requiredOption('--hub <folder>', "the hub's folder")
    .option('--only <pack>', 'put this one on the list, and leave the others as they are')
    .option('--json', 'print one JSON object')
    .action((files: string[], given: unknown) =>
      orTellPackFailure(io, given, async () => {
        const { hub, only = null, json } = parseOptions(optionsSchema, given);
        await installAll(io, resolve(hub), files);
        const { listed } = await onHub(hub, publishPacksCommand, { pack: only });
        if (json) io.print(JSON.stringify({ listed }));
        else for (const line of tell(listed)) io.print(line);
      }),
    );
}

async function installAll(io: PackIo, hub: string, files: readonly string[]): Promise<void> {
  if (files.length === 0) return;
  const folder = hubPacksFolder(hub);
  const store = await openExistingStore(io, folder).catch((error: unknown) => {
    if (!isReanError(error, 'config.invalid') || error.facts['problem'] !== 'no-store') throw error;
    throw new ReanError('config.invalid', { path: hub, store: folder, problem: 'no-hub-store' });
  });
  for (const file of files) await store.install(resolve(file));
}

function tell(listed: readonly { readonly pack: string; readonly version: string }[]) {
  if (listed.length === 0) {
    return ['No pack is installed at the hub. Name a .kpack file to begin with.'];
  }
  return [
    'Stations of the site get these, in the background, and use them once nobody sits there:',
    ...listed.map(({ pack, version }) => `  ${pack} ${version}`),
  ];
}
