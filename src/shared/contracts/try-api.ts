import * as z from 'zod';

/**
 * POST /v1/try: a station says that somebody is about to be tried, before it looks whether it is right;
 * so that tries at several stations in the same instant are one after another ([SGN11]).
 */

/** `begins`: may it be tried now? `fits`: it was right. `opens`: an officer's number was right. */
export const tryRequestSchema = z.strictObject({
  /** Somebody of the site, or nobody: the hub doesn't say which. */
  person: z.string().regex(/^(ln|of)-[a-z0-9]{12}$/),
  /** Which of their sign-ins: the number of its verifier. */
  secret: z.number().int().min(1),
  step: z.enum(['begins', 'fits', 'opens']),
  /** Wrong tries in a row that the station has heard of. */
  known: z.number().int().min(0).max(1_000_000),
});
export type TryRequest = z.infer<typeof tryRequestSchema>;

export const tryAnswerSchema = z.strictObject({
  /** Tries in a row, this one among them where it may be made. */
  tries: z.number().int().min(0),
  /** How long to wait before it, ms; 0 where it may be made now, and is counted. */
  waitMs: z.number().min(0),
});
export type TryAnswer = z.infer<typeof tryAnswerSchema>;
