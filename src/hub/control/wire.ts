import * as z from 'zod';
import { errorCodes } from '../../shared/errors.ts';

/**
 * What crosses the control socket: `POST /v1/commands/<name>` with the input as JSON, answered by
 * lines of JSON, the last of which says how it ended ([CTL2]).
 */

const factSchema = z.union([z.string().max(4096), z.number(), z.boolean(), z.null()]);

export const answerLineSchema = z.union([
  z.strictObject({ say: z.string().max(4096) }),
  z.strictObject({ done: z.unknown() }),
  z.strictObject({
    failed: z.strictObject({ code: z.enum(errorCodes), facts: z.record(z.string(), factSchema) }),
  }),
]);
export type AnswerLine = z.infer<typeof answerLineSchema>;

export const commandPath = (name: string) => `/v1/commands/${name}`;

/** Far more than any command's input, a list of everything held in quarantine included. */
export const mostInputBytes = 1024 * 1024;
