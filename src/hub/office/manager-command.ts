import * as z from 'zod';
import { givenNameSchema } from '../../shared/contracts/erasure.ts';
import { localizedSchema } from '../../shared/contracts/phrase.ts';
import { staffIdSchema } from '../../shared/ids.ts';
import { defineCommand } from '../control/hub-command.ts';
import { appointFirstManager } from './first-manager.ts';

/** Why a site is without a manager who can sign in. */
export const managerReasons = ['forgotten', 'left', 'restored'] as const;
export const managerReasonSchema = z.enum(managerReasons);

/**
 * Appoints a site manager from the hub's own keyboard: where none is left who can sign in, nobody else
 * could ([IDN15]).
 */
export const appointManagerCommand = defineCommand({
  name: 'manager.appoint',
  input: z.strictObject({
    name: localizedSchema,
    passphrase: z.string().min(1).max(1000),
    reason: managerReasonSchema,
    who: givenNameSchema,
  }),
  output: z.strictObject({ staff: staffIdSchema }),
  run: async ({ office }, { reason, who, ...manager }) => {
    const grounds = { learner: null, reason, who, second: null };
    return { staff: await appointFirstManager(office, manager, { grounds }) };
  },
});
