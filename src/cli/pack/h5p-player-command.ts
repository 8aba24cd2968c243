import { resolve } from 'node:path';
import { Command } from 'commander';
import * as z from 'zod';
import { h5pPlayerVersion, usualH5pPlayer } from '../../shared/contracts/h5p.ts';
import { h5pPlayerImporter } from '../../content/import/h5p/player-importer.ts';
import { parseOptions } from '../hub/options.ts';
import { importAndTell } from './import-command.ts';
import { orTellPackFailure } from './pack-io.ts';
import type { PackIo } from './pack-io.ts';

const optionsSchema = z.object({
  into: z.string().min(1),
  id: z.string().min(1).default(usualH5pPlayer.pack),
  json: z.boolean().default(false),
});

/** `rean pack h5p-player TARBALL --into SRC` (docs/importing.md). */
export function h5pPlayerCommand(io: PackIo): Command {
  return new Command('h5p-player')
    .description(
      `Make the source of the pack that plays H5P, out of h5p-standalone ${h5pPlayerVersion} (npm pack h5p-standalone@${h5pPlayerVersion}). The app comes without it, as parts of it are under the GPL.`,
    )
    .argument('<release>', 'its tarball from npm, or the folder of it unpacked')
    .requiredOption('--into <source>', 'an empty folder for the source of the pack')
    .option('--id <id>', 'its id, if packs of H5P are to ask for another than the usual one')
    .option('--json', 'print one JSON object')
    .action((release: string, given: unknown) =>
      orTellPackFailure(io, given, () => {
        const { into, id, json } = parseOptions(optionsSchema, given);
        const paths = [resolve(release)];
        const words = { ...aboutPlayer, id };
        const target = { paths, into: resolve(into), replace: false, words };
        return importAndTell(io, { ...target, only: h5pPlayerImporter }, json);
      }),
    );
}

/** What its pack says of itself: the same wherever it is made, so that packs of content find it. */
const aboutPlayer = {
  version: usualH5pPlayer.version,
  titleKm: 'កម្មវិធីលេង H5P',
  titleEn: 'H5P player',
  licence: 'MIT; parts of it GPL-3.0 (the core of H5P)',
  publisher: 'h5p-standalone',
};
