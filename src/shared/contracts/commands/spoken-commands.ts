import * as z from 'zod';
import { spokenAtSchema, spokenAudioSchema } from '../spoken.ts';

/** What screens say aloud, in the voice of who recorded it at this site ([SPK2]). */
export const spokenCommands = {
  'spoken.record': {
    type: 'spoken.record',
    journalled: true,
    evident: true,
    input: spokenAtSchema.extend({ audio: spokenAudioSchema }),
    output: z.strictObject({}),
  },
} as const;
