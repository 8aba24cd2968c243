import * as z from 'zod';
import {
  contentHashSchema,
  decisionAnswerSchema,
  mostDecided,
  quarantineDecisionSchema,
  quarantineItemSchema,
  quarantinePageSchema,
} from '../../shared/contracts/quarantine.ts';
import { defineCommand } from '../control/hub-command.ts';

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
    const outcomes = await desk.decide({ ...decision, contents, by: 'console' });
    return { outcomes: [...outcomes] };
  },
});
