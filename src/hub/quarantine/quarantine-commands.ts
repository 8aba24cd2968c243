import * as z from 'zod';
import {
  contentHashSchema,
  decisionAnswerSchema,
  givenReasons,
  mostDecided,
  quarantineDecisionSchema,
  quarantineItemSchema,
  quarantinePageSchema,
} from '../../shared/contracts/quarantine.ts';
import { presentSchema, requirePresent } from '../commands/at-the-keyboard.ts';
import { defineCommand } from '../control/hub-command.ts';
import { contentsTarget } from './staff-quarantine-commands.ts';

/** A technician at the hub's own keyboard looks at the quarantine, and decides ([HUB15]). */

/** A content's hash, or its beginning where no other begins so. */
export const contentNameSchema = z.string().regex(/^[0-9a-f]{8,64}$/);

export const listQuarantineCommand = defineCommand({
  name: 'quarantine.list',
  input: z.strictObject({
    state: z.enum(['open', 'decided']),
    after: contentHashSchema.nullable(),
  }),
  output: quarantinePageSchema,
  run: ({ desk }, { state, after }) => desk.list.page({ state }, after),
});

export const showQuarantinedCommand = defineCommand({
  name: 'quarantine.show',
  input: z.strictObject({ content: contentNameSchema }),
  output: z.strictObject({ item: quarantineItemSchema, document: z.string() }).nullable(),
  run: async ({ desk, quarantine }, { content }) => {
    const shown = await desk.list.show(await quarantine.wholeHash(content));
    return shown && { item: shown.item, document: shown.held.document };
  },
});

export const decideCommand = defineCommand({
  name: 'quarantine.decide',
  input: z.strictObject({
    kind: quarantineDecisionSchema.shape.kind,
    contents: z.array(contentNameSchema).min(1).max(mostDecided),
    reason: quarantineDecisionSchema.shape.reason,
    who: quarantineDecisionSchema.shape.who.unwrap(),
  }),
  output: decisionAnswerSchema,
  run: async ({ desk, quarantine }, decision) => {
    const contents = await Promise.all(decision.contents.map((name) => quarantine.wholeHash(name)));
    const outcomes = await desk.decide({ ...decision, contents, by: 'console', second: null });
    return { outcomes: [...outcomes] };
  },
});

/** Two who stand there and type their passphrases let count what one alone can't ([PRM4]). */
export const vouchCommand = defineCommand({
  name: 'quarantine.vouch',
  input: z.strictObject({
    contents: z.array(contentNameSchema).min(1).max(mostDecided),
    reason: z.enum(givenReasons.release),
    who: presentSchema,
    second: presentSchema,
  }),
  output: decisionAnswerSchema,
  run: async (parts, { contents: names, reason, who, second }) => {
    const contents = await Promise.all(names.map((name) => parts.quarantine.wholeHash(name)));
    const target = await contentsTarget(parts, contents);
    await requirePresent(parts, 'quarantine.vouch', target, [who, second]);
    const persons = { who: who.staff, second: { name: second.staff } };
    const decision = { kind: 'release', contents, reason, ...persons } as const;
    return { outcomes: [...(await parts.desk.decide({ ...decision, by: 'console' }))] };
  },
});
