import * as z from 'zod';
import { storedBytes } from '../../content/store/installed-packs.ts';
import { whoRequires } from '../../content/store/remove-pack.ts';
import { packIdSchema, semverSchema } from '../../shared/ids.ts';
import { defineCommand } from '../control/hub-command.ts';
import { listedPacks } from './pack-list.ts';

const answerSchema = z.discriminatedUnion('outcome', [
  z.strictObject({
    outcome: z.literal('removed'),
    versions: z.array(semverSchema),
    bytes: z.number().int().nonnegative(),
  }),
  /** Stations get it, or got it before. */
  z.strictObject({ outcome: z.literal('listed') }),
  z.strictObject({ outcome: z.literal('required'), by: z.array(packIdSchema) }),
  z.strictObject({ outcome: z.literal('not-here') }),
]);
export type RemovalAnswer = z.infer<typeof answerSchema>;

/**
 * Removes a pack from the hub that was never on the site's list ([PKG25]): nothing else does. What is on the list goes by
 * itself, version by version ([PKG24]).
 */
export const removePackCommand = defineCommand({
  name: 'pack.remove',
  input: z.strictObject({ pack: packIdSchema }),
  output: answerSchema,
  run: async ({ packs, office, log }, { pack }): Promise<RemovalAnswer> => {
    const installed = (await packs?.list()) ?? [];
    if (packs === undefined || !installed.some(({ id }) => id === pack)) {
      return { outcome: 'not-here' };
    }
    if ((await listedPacks(office)).has(pack)) return { outcome: 'listed' };
    const by = whoRequires(pack, installed);
    if (by.length > 0) return { outcome: 'required', by };
    const versions = [...(await packs.remove(pack))];
    const bytes = storedBytes(installed) - storedBytes(await packs.list());
    log.info('pack.removed', { pack, versions: versions.join(', '), bytes });
    return { outcome: 'removed', versions, bytes };
  },
});
