import * as z from 'zod';

/** Statements of xAPI 1.0.3, as far as a player of cmi5 reads them; the rest is the content's own. */

export const xapiVersion = '1.0.3';

const iri = z.string().min(1).max(2_000);
const languageMap = z.record(z.string(), z.string());

/** Whom a statement is about, or whose a document is. */
export const agentSchema = z.looseObject({
  objectType: z.string().optional(),
  account: z.looseObject({ homePage: z.string().max(2_000), name: z.string().max(200) }).optional(),
});
export type Agent = z.infer<typeof agentSchema>;

const activitySchema = z.looseObject({ id: iri });
/** A list, or one alone, as older content writes it. */
const activitiesSchema = z
  .union([z.array(activitySchema), activitySchema.transform((one) => [one])])
  .optional();

const scoreSchema = z.looseObject({
  scaled: z.number().min(-1).max(1).optional(),
  raw: z.number().optional(),
  min: z.number().optional(),
  max: z.number().optional(),
});

export const statementSchema = z.looseObject({
  id: z.guid().optional(),
  actor: agentSchema,
  verb: z.looseObject({ id: iri }),
  object: z.looseObject({
    objectType: z.string().optional(),
    id: iri.optional(),
    definition: z
      .looseObject({
        interactionType: z.string().optional(),
        name: languageMap.optional(),
        description: languageMap.optional(),
      })
      .optional(),
  }),
  result: z
    .looseObject({
      score: scoreSchema.optional(),
      success: z.boolean().optional(),
      completion: z.boolean().optional(),
      response: z.string().optional(),
    })
    .optional(),
  context: z
    .looseObject({
      registration: z.string().optional(),
      contextActivities: z.looseObject({ category: activitiesSchema }).optional(),
      extensions: z.record(z.string(), z.unknown()).optional(),
    })
    .optional(),
});
export type Statement = z.infer<typeof statementSchema>;
