import * as z from 'zod';
import { languageSchema } from '../../ids.ts';
import { spokenAudioSchema, spokenWordSchema } from '../spoken.ts';

/** How a word is spoken; null where nobody recorded it. */
export const spokenWordViewSchema = z.strictObject({ audio: spokenAudioSchema });

export const spokenAskSchema = z.strictObject({ language: languageSchema });

/** Which words are recorded at this site ([SPK2]). */
export const spokenViewSchema = z.strictObject({ recorded: z.array(spokenWordSchema) });
export type SpokenView = z.infer<typeof spokenViewSchema>;
