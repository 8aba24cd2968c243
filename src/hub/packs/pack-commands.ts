import * as z from 'zod';
import { packCommands } from '../../shared/contracts/commands/pack-commands.ts';
import type { WantedPack } from '../../content/store/downloads.ts';
import { isReanError } from '../../shared/errors.ts';
import { packIdSchema, semverSchema } from '../../shared/ids.ts';
import { defineStaffCommand } from '../commands/staff-command.ts';
import type { HubParts } from '../hub-app.ts';
import { defineCommand } from '../control/hub-command.ts';
import { listedPacks, listVersion } from './pack-list.ts';

const listedSchema = z.strictObject({ pack: packIdSchema, version: semverSchema });

/** Puts what is installed at the hub on the site's list: all of it, or one pack ([PKG19]). */
export const publishPacksCommand = defineCommand({
  name: 'pack.publish',
  input: z.strictObject({ pack: packIdSchema.nullable() }),
  output: z.strictObject({ listed: z.array(listedSchema) }),
  run: async (parts, { pack }) => {
    const installed = (await parts.packs?.list()) ?? [];
    const chosen = installed.flatMap(({ id, active }) =>
      active === null || (pack !== null && pack !== id) ? [] : [{ pack: id, version: active }],
    );
    await listAll(parts, chosen);
    const listed = [...(await listedPacks(parts.office)).values()];
    return { listed: listed.map(({ pack: id, version }) => ({ pack: id, version })) };
  },
});

/** Packs that others require go first; what still lacks something at the end is told. */
async function listAll(parts: HubParts, chosen: readonly WantedPack[]): Promise<void> {
  let waiting = chosen;
  for (;;) {
    const failed: { readonly each: WantedPack; readonly error: unknown }[] = [];
    for (const each of waiting) {
      await listVersion(parts, each).catch((error: unknown) => {
        if (!isReanError(error, 'pack.requirement-missing')) throw error;
        failed.push({ each, error });
      });
    }
    const [first] = failed;
    if (first === undefined) return;
    if (failed.length === waiting.length) throw first.error;
    waiting = failed.map(({ each }) => each);
  }
}

/** Has all stations go back to a version that is at the hub, or forth again ([PKG19]). */
export const choosePackCommand = defineStaffCommand({
  contract: packCommands['pack.choose'],
  action: 'pack.choose',
  reasoned: true,
  target: () => ({}),
  run: async (parts, chosen, asker) => {
    await listVersion(parts, chosen, asker);
    return {};
  },
});
