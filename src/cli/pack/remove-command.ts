import { Command } from 'commander';
import * as z from 'zod';
import { removePackCommand } from '../../hub/packs/remove-pack.ts';
import type { RemovalAnswer } from '../../hub/packs/remove-pack.ts';
import { packIdSchema } from '../../shared/ids.ts';
import type { PackId } from '../../shared/ids.ts';
import { onHub } from '../hub/on-hub.ts';
import { parseOptions } from '../hub/options.ts';
import { orTellPackFailure } from './pack-io.ts';
import type { PackIo } from './pack-io.ts';
import { refusedExitCode } from './tell-failure.ts';

const optionsSchema = z.object({
  pack: packIdSchema,
  hub: z.string().min(1),
  json: z.boolean().default(false),
});

/** `rean pack remove PACK --hub DATA`: takes a pack off a hub's disk that stations never got ([PKG25]). */
export function removeCommand(io: PackIo): Command {
  return new Command('remove')
    .description("Remove a pack from a hub that was never on its site's list.")
    .argument('<pack>', 'its id, as `rean pack list` tells it')
    .requiredOption('--hub <folder>', "the hub's folder")
    .option('--json', 'print one JSON object')
    .action((named: string, given: object) =>
      orTellPackFailure(io, given, async () => {
        const { pack, hub, json } = parseOptions(optionsSchema, { ...given, pack: named });
        const answer = await onHub(hub, removePackCommand, { pack });
        if (answer.outcome !== 'removed') io.setExitCode(refusedExitCode);
        io.print(json ? JSON.stringify({ pack, ...answer }) : tell(pack, answer));
      }),
    );
}

function tell(pack: PackId, answer: RemovalAnswer): string {
  switch (answer.outcome) {
    case 'removed':
      return `Removed ${pack} ${answer.versions.join(', ')} from the hub; ${(answer.bytes / 1e6).toFixed(1)} MB are free again.`;
    case 'listed':
      return `${pack} is on the site's list: stations have it, and learners may be in it. Nothing was removed. The hub clears versions that nobody needs by itself.`;
    case 'required':
      return `${pack} is required by ${answer.by.join(', ')}. Nothing was removed. Remove those first, where they are on no list.`;
    case 'not-here':
      return `${pack} is not installed at this hub. \`rean pack list\` tells what is.`;
  }
}
