import * as z from 'zod';
import {
  contentHashSchema,
  decisionAnswerSchema,
  decisionKindSchema,
  givenReasons,
  quarantineDecisionSchema,
  quarantineFilterSchema,
  quarantinePageSchema,
} from '../quarantine.ts';

/** What staff do about what the hub holds back ([HUB15]). */
export const quarantineCommands = {
  'quarantine.list': {
    type: 'quarantine.list',
    journalled: false,
    input: quarantineFilterSchema.extend({ after: contentHashSchema.nullable() }),
    output: quarantinePageSchema,
  },
  'quarantine.decide': {
    type: 'quarantine.decide',
    journalled: true,
    evident: true,
    input: z
      .strictObject({
        kind: decisionKindSchema,
        contents: quarantineDecisionSchema.shape.contents,
        reason: z.string().max(60),
      })
      .refine(({ kind, reason }) => givenReasons[kind].some((each) => each === reason)),
    output: decisionAnswerSchema,
  },
  /** Lets a learner's records count that no station of the site signed: with a second person ([PRM4]). */
  'quarantine.vouch': {
    type: 'quarantine.vouch',
    journalled: true,
    evident: true,
    input: z.strictObject({
      contents: quarantineDecisionSchema.shape.contents,
      reason: z.enum(givenReasons.release),
    }),
    output: decisionAnswerSchema,
  },
} as const;
