import * as z from 'zod';
import {
  dueSchema,
  erasedSchema,
  erasureReasonSchema,
  holdReasonSchema,
  retentionPolicySchema,
} from '../../shared/contracts/erasure.ts';
import { learnerIdSchema } from '../../shared/ids.ts';
import { presentSchema, requirePresent } from '../commands/at-the-keyboard.ts';
import { learnerTarget } from '../commands/learner-target.ts';
import { defineCommand } from '../control/hub-command.ts';
import { labDateAt } from '../lab-day.ts';
import { dueRecords, policyIn } from './due-records.ts';
import { eraseLearner } from './erase-learner.ts';
import { erasureTarget } from './erasure-target.ts';
import { erasedRecords } from './erased-records.ts';
import { holdRecord } from './hold-record.ts';
import { setRetention } from './set-retention.ts';

/** Erasing at the hub's own keyboard, where two persons stand and type their passphrases ([ERA2]). */

const atTheKeyboard = { by: 'console' } as const;

export const eraseCommand = defineCommand({
  name: 'learner.erase',
  input: z.strictObject({
    learner: learnerIdSchema,
    reason: erasureReasonSchema,
    who: presentSchema,
    second: presentSchema,
  }),
  output: erasedSchema,
  run: async (parts, { learner, reason, who, second }) => {
    await requirePresent(parts, 'learner.erase', await erasureTarget(parts, learner), [
      who,
      second,
    ]);
    // Names, as nothing is signed here: no entry may say that somebody of the staff agreed who didn't sign.
    const persons = { who: who.staff, second: { name: second.staff } };
    await eraseLearner(parts, learner, reason, { ...atTheKeyboard, ...persons });
    return z.tuple([erasedSchema]).parse(await erasedRecords(parts, learner))[0];
  },
});

export const erasedCommand = defineCommand({
  name: 'learner.erased',
  input: z.strictObject({}),
  output: z.strictObject({ erased: z.array(erasedSchema) }),
  run: async (parts) => ({ erased: [...(await erasedRecords(parts))] }),
});

export const holdCommand = defineCommand({
  name: 'record.hold',
  input: z.strictObject({
    learner: learnerIdSchema,
    stands: z.boolean(),
    reason: holdReasonSchema,
    who: presentSchema,
  }),
  output: z.strictObject({}),
  run: async (parts, { who, ...held }) => {
    const action = held.stands ? 'hold.set' : 'hold.lift';
    await requirePresent(parts, action, await learnerTarget(parts, held.learner), [who]);
    await holdRecord(parts.office, held, { ...atTheKeyboard, who: who.staff, second: null });
    return {};
  },
});

/** What is due by the policy, which is changed first where one is given. */
export const retentionCommand = defineCommand({
  name: 'retention.due',
  input: z.strictObject({
    change: z.strictObject({ policy: retentionPolicySchema, who: presentSchema }).nullable(),
  }),
  output: z.strictObject({ policy: retentionPolicySchema, due: z.array(dueSchema) }),
  run: async (parts, { change }) => {
    const { office, clock } = parts;
    if (change !== null) {
      const { policy, who } = change;
      await requirePresent(parts, 'retention.set', {}, [who]);
      await setRetention(office, policy, { ...atTheKeyboard, who: who.staff });
    }
    const policy = policyIn(await office.directory.all('retention'));
    return { policy, due: [...(await dueRecords(parts, labDateAt(clock.wallMs())))] };
  },
});
