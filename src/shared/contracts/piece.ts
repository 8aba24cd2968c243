import * as z from 'zod';

/** What the player of a piece tells of it, wherever that is kept or carried (ADR 28). */

/**
 * A place is at most this long, bytes as it is written down: JSON in UTF-8. The 64,000 letters that SCORM
 * 2004 lets content keep fit, deflated, and the event with them fits into its own limit ([EVT7]).
 */
export const maxPlaceBytes = 63 * 1024;

/** How much of a document a place takes, bytes. */
export function placeBytes(place: string): number {
  let bytes = 0;
  for (const letter of JSON.stringify(place)) bytes += bytesOf(letter.codePointAt(0) ?? 0);
  return bytes;
}

/** Of one code point in UTF-8. */
function bytesOf(point: number): number {
  if (point < 0x80) return 1;
  if (point < 0x800) return 2;
  return point < 0x10000 ? 3 : 4;
}

/** Where to go on, in words only its own player reads. */
export const placeSchema = z
  .string()
  .max(maxPlaceBytes)
  .refine((place) => placeBytes(place) <= maxPlaceBytes, 'too long');

/** How an answer inside content was given: xAPI's words for it. */
export const answerTypes = [
  'true-false',
  'choice',
  'fill-in',
  'long-fill-in',
  'matching',
  'performance',
  'sequencing',
  'likert',
  'numeric',
  'other',
] as const;

/** An answer inside content, as the content reports it. */
export const pieceAnswerSchema = z.strictObject({
  id: z.string().min(1).max(250),
  type: z.enum(answerTypes),
  /** What was asked, where the content says it. */
  description: z.string().max(250).nullable(),
  response: z.string().max(250).nullable(),
  success: z.boolean().nullable(),
});
export type PieceAnswer = z.infer<typeof pieceAnswerSchema>;

/** So many answers go into one report. */
export const mostAnswers = 20;

/** A result as content reports it of itself; nobody checked it. */
export const pieceResultSchema = z.strictObject({
  /** 0 to 1; null where the content gives none. */
  score: z.number().min(0).max(1).nullable(),
  passed: z.boolean().nullable(),
  completed: z.boolean(),
  /** Answers since the last report, of content that tells them. */
  answers: z.array(pieceAnswerSchema).max(mostAnswers).optional(),
});
export type PieceResult = z.infer<typeof pieceResultSchema>;

/** Why a piece could not be played, or was ended. */
export const pieceFaultReasons = [
  /** Its file is not there, or can't be read. */
  'missing',
  /** It never said that it was ready. */
  'silent',
  /** It stopped answering: an endless loop, or its process died. */
  'stuck',
  /** This PC can't play such a film or recording. */
  'unplayable',
  /** It sent more, or larger, messages than it may, or what is no message. */
  'flood',
  /** A script of its page failed, or is not there, before the page was loaded. */
  'broken',
] as const;
export const pieceFaultSchema = z.strictObject({
  reason: z.enum(pieceFaultReasons),
  /** For who mends it: a path, a script's message. Never what a learner wrote. */
  detail: z.string().max(200),
});
export type PieceFault = z.infer<typeof pieceFaultSchema>;
