import * as z from 'zod';
import { reasonSchema } from '../../shared/contracts/commands/staff-command.ts';
import { givenUpSchema } from '../../shared/contracts/gaps.ts';
import { storeKeySchema } from '../../shared/contracts/peer-api.ts';
import { seqRangesSchema } from '../../shared/seq-range.ts';
import { defineCommand } from '../control/hub-command.ts';

/** A technician at the hub's own keyboard looks at what nobody has brought, and gives it up ([HUB18]). */

const countSchema = z.number().int().min(0);

export const listGapsCommand = defineCommand({
  name: 'gaps.list',
  input: z.strictObject({}),
  output: z.strictObject({
    stores: z.array(
      z.strictObject({
        store: storeKeySchema,
        missing: seqRangesSchema,
        waiting: countSchema,
        givenUp: seqRangesSchema,
      }),
    ),
  }),
  run: ({ gaps }) =>
    Promise.resolve({
      stores: gaps.list().map((each) => ({
        ...each,
        missing: [...each.missing],
        givenUp: [...each.givenUp],
      })),
    }),
});

export const giveUpGapCommand = defineCommand({
  name: 'gaps.give-up',
  input: z.strictObject({
    store: storeKeySchema,
    reason: reasonSchema,
    who: givenUpSchema.shape.who,
  }),
  output: z.strictObject({ givenUp: countSchema }),
  run: async ({ gaps, work, intake }, { store, reason, who }) => {
    await intake.catchUp();
    const givenUp = await gaps.giveUp(store, who, reason);
    work.wake();
    return { givenUp };
  },
});
