import * as z from 'zod';

/** The arrangements of the on-screen keyboard: letters in pages, or the keys as they lie on the desk ([KHM8]). */
export const boardSchema = z.enum(['letters', 'keyboard']);
export type Board = z.infer<typeof boardSchema>;
