import * as z from 'zod';
import { asIssue, tellRule } from '../words/rule.ts';

/** A path inside a pack: relative, forward slashes, no dot segments, no control characters. */
export const packPathSchema = z
  .string()
  .min(1)
  .max(200)
  .regex(
    /^[a-z0-9][a-z0-9._-]*(\/[a-z0-9][a-z0-9._-]*)*$/,
    'lower-case letters, digits, . _ - and / only',
  )
  .refine(
    (path) => !path.split('/').some((part) => part.includes('..')),
    asIssue({ problem: tellRule('path.dots'), fix: tellRule('path.dots.fix') }),
  );
export type PackPath = z.infer<typeof packPathSchema>;

/**
 * A path of a file made by others, in a folder of their own: any letters of any script, in composed
 * form. No control character, backslash, dot segment, or sign that an address or archive gives a
 * meaning of its own.
 */
export const foreignPathSchema = z
  .string()
  .min(1)
  .max(200)
  .regex(
    /^[^\p{C}\p{Zl}\p{Zp}\\/:*?"<>|#%]+(\/[^\p{C}\p{Zl}\p{Zp}\\/:*?"<>|#%]+)*$/u,
    'letters, digits and . _ - / only',
  )
  .refine(
    (path) => path.split('/').every((part) => !/^[.~ ]|[. ]$/.test(part)),
    asIssue({ problem: tellRule('path.ends'), fix: tellRule('rename.fix') }),
  )
  .refine(
    (path) => path === path.normalize('NFC'),
    asIssue({ problem: tellRule('path.composed'), fix: tellRule('rename.fix') }),
  );

/** Text in Khmer first; English where there is one. */
export const localizedSchema = z.strictObject({
  km: z.string().min(1).max(2000),
  en: z.string().min(1).max(2000).optional(),
});
export type Localized = z.infer<typeof localizedSchema>;

/** Something said: text, and its recording in each language where one exists. */
export const phraseSchema = z.strictObject({
  km: z.string().min(1).max(2000),
  en: z.string().min(1).max(2000).optional(),
  audio: z
    .strictObject({ km: packPathSchema.optional(), en: packPathSchema.optional() })
    .optional(),
});
export type Phrase = z.infer<typeof phraseSchema>;

/** A picture in a pack, and the words for someone who can't see it. */
export const pictureSchema = z.strictObject({ src: packPathSchema, alt: localizedSchema });
export type Picture = z.infer<typeof pictureSchema>;
