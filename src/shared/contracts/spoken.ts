import * as z from 'zod';
import { base64Schema, languageSchema } from '../ids.ts';

/** What staff have learners' screens tell, that somebody who reads little has to hear ([SPK1]). */
export const spokenWords = [
  'lock-wait',
  'lock-listen',
  'lock-break',
  'lock-over',
  'lock-repair',
  'pause',
  'note-come',
  'note-help-comes',
  'note-finish',
  'note-quiet',
  'note-well-done',
  'led',
  'moved-away',
  'time-near',
  'time-over',
  'time-given',
  'leaving-restart',
  'leaving-power-off',
] as const;
export const spokenWordSchema = z.enum(spokenWords);
export type SpokenWord = z.infer<typeof spokenWordSchema>;

/** A sentence, spoken slowly, s. */
export const mostSpokenSeconds = 8;
/** Twice what that comes to as Opus at 24 kbit/s: a document of the directory stays small, bytes. */
export const mostSpokenBytes = 48 * 1024;

/** WebM with Opus in base64, as a supervisor's window recorded it; null where nobody's voice is to be heard. */
export const spokenAudioSchema = base64Schema(mostSpokenBytes).min(4).nullable();

/** One of them in one language. */
export const spokenAtSchema = z.strictObject({ word: spokenWordSchema, language: languageSchema });
export type SpokenAt = z.infer<typeof spokenAtSchema>;
