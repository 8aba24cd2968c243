import { join, resolve } from 'node:path';
import { Command } from 'commander';
import * as z from 'zod';
import { removePackCommand } from '../../hub/packs/remove-pack.ts';
import type { RemovalAnswer } from '../../hub/packs/remove-pack.ts';
import { packIdSchema } from '../../shared/ids.ts';
import type { PackId } from '../../shared/ids.ts';
import { ReanError } from '../../shared/errors.ts';
import { holdFolder } from '../../station/machine/hold-folder.ts';
import { removeAtRest } from '../../station/packs/remove-at-rest.ts';
import type { StationRemoval } from '../../station/packs/remove-at-rest.ts';
import { systemClock } from '../../sync/machine/system-ports.ts';
import { countOf } from '../count-of.ts';
import { onHub } from '../hub/on-hub.ts';
import { parseOptions } from '../hub/options.ts';
import { openExistingStore, orTellPackFailure } from './pack-io.ts';
import type { PackIo } from './pack-io.ts';
import { refusedExitCode } from './tell-failure.ts';

const optionsSchema = z.object({
  pack: packIdSchema,
  hub: z.string().min(1).optional(),
  station: z.string().min(1).optional(),
  json: z.boolean().default(false),
});

type Answer = RemovalAnswer | StationRemoval;

/**
 * `rean pack remove PACK --hub DATA`: takes a pack off a hub's disk that stations never got ([PKG25]);
 * with `--station DATA` one off a station's disk that was put there by hand ([PKG26]).
 */
export function removeCommand(io: PackIo): Command {
  return new Command('remove')
    .description("Remove a pack that was never on its site's list from a hub or a station.")
    .argument('<pack>', 'its id, as `rean pack list` tells it')
    .option('--hub <folder>', "the hub's folder")
    .option('--station <folder>', "the folder of a station that doesn't run")
    .option('--json', 'print one JSON object')
    .action((named: string, given: object) =>
      orTellPackFailure(io, given, async () => {
        const { pack, hub, station, json } = parseOptions(optionsSchema, { ...given, pack: named });
        if ((hub === undefined) === (station === undefined)) {
          throw new ReanError('config.invalid', { problem: 'remove-where' });
        }
        const answer: Answer =
          hub === undefined
            ? await removeThere(io, resolve(station ?? ''), pack)
            : await onHub(hub, removePackCommand, { pack });
        if (answer.outcome !== 'removed') io.setExitCode(refusedExitCode);
        const place = hub === undefined ? 'station' : 'hub';
        io.print(json ? JSON.stringify({ pack, ...answer }) : tell(pack, answer, place));
      }),
    );
}

/** @throws ReanError `store.in-use` with `station` while the station runs */
async function removeThere(io: PackIo, folder: string, pack: PackId): Promise<StationRemoval> {
  const running = new ReanError('store.in-use', { folder, station: true });
  if (!(await holdFolder(folder).catch(() => true))) throw running;
  const store = await openExistingStore(io, join(folder, 'packs'));
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const { randomness } = io;
  const appVersion = await io.appVersion();
  return removeAtRest({ folder, store, appVersion, clock: systemClock(), randomness, log }, pack);
}

function tell(pack: PackId, answer: Answer, place: 'hub' | 'station'): string {
  switch (answer.outcome) {
    case 'removed':
      return `Removed ${pack} ${answer.versions.join(', ')} from the ${place}; ${(answer.bytes / 1e6).toFixed(1)} MB are free again.`;
    case 'listed':
      return place === 'hub'
        ? `${pack} is on the site's list: stations have it, and learners may be in it. Nothing was removed. The hub clears versions that nobody needs by itself.`
        : `${pack} is on the site's list: the station would fetch it again. Nothing was removed. It clears versions that nobody needs by itself.`;
    case 'required':
      return `${pack} is required by ${answer.by.join(', ')}. Nothing was removed. Remove those first, where they are on no list.`;
    case 'in-use':
      return `Learners are in the middle of ${pack} ${answer.versions.join(', ')}. Nothing was removed. Try again when they have finished it.`;
    case 'unknown':
      return `${unknownWhy(answer.waiting)} Nothing was removed. Start the station, let it reach its hub, stop it, and try again.`;
    case 'not-here':
      return `${pack} is not installed at this ${place}. \`rean pack list\` tells what is.`;
  }
}

const unknownWhy = (waiting: number) =>
  waiting > 0
    ? `${countOf(waiting, 'record')} of this station ${waiting === 1 ? 'waits' : 'wait'} for the hub, and may be of this pack.`
    : 'What learners are in the middle of is not known at this station.';
