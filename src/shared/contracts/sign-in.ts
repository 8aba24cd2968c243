import * as z from 'zod';

/** What learners sign in with, and the number an officer gives them where they get another. */

/** The twelve pictures of the picture code, always in the same places. */
export const codePictures = [
  'rice',
  'fish',
  'house',
  'tree',
  'buffalo',
  'bicycle',
  'moon',
  'lotus',
  'boat',
  'hen',
  'mango',
  'drum',
] as const;
export const codePictureSchema = z.enum(codePictures);
export type CodePicture = z.infer<typeof codePictureSchema>;
export const codeLength = 4;
export const pictureCodeSchema = z.array(codePictureSchema).length(codeLength);

/** Digits of a PIN: drawn by the hub, one of nearly 100,000, where there are 11,880 picture codes ([SGN10]). */
export const pinDigits = 5;
export const pinSchema = z.string().regex(/^\d{5}$/);

/** Pictures touched in order, or the digits of a PIN, for those who know digits. */
export const signInForms = ['pictures', 'pin'] as const;
export const signInFormSchema = z.enum(signInForms);
export type SignInForm = z.infer<typeof signInFormSchema>;

/** What a learner signs in with. */
export const learnerSecretSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('pictures'), code: pictureCodeSchema }),
  z.strictObject({ kind: z.literal('pin'), digits: pinSchema }),
]);
export type LearnerSecret = z.infer<typeof learnerSecretSchema>;

/** Digits of the number an officer gives a learner, once for each new sign-in ([SGN9]). */
export const handoverDigits = 6;
export const handoverNumberSchema = z.string().regex(/^\d{6}$/);

export const handoverIdSchema = z.string().regex(/^[0-9a-f]{16}$/);

/** How somebody signs in at this kiosk now. */
export const signInWaySchema = z.strictObject({
  form: signInFormSchema,
  /** Whether a new sign-in waits for them, which an officer's number opens. */
  handover: z.boolean(),
  /** Whether nothing opens the account yet, so far as this station knows ([SGN13]). */
  unset: z.boolean(),
});
export type SignInWay = z.infer<typeof signInWaySchema>;
