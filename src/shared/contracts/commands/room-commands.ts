import * as z from 'zod';
import { seatPlacesSchema } from '../seat-places.ts';

/** What staff say of the room: where its seats stand ([SUP21]). None: in rows, by number. */
export const roomCommands = {
  'room.arrange': {
    type: 'room.arrange',
    journalled: true,
    evident: true,
    input: z.strictObject({ places: seatPlacesSchema }),
    output: z.strictObject({}),
  },
} as const;
