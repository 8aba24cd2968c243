import * as z from 'zod';

/**
 * What a station says of the PC it runs on, so that its copy on another one, or beside it, is noticed
 * ([CLO1]): hashes, salted with site and station, that say nothing anywhere else.
 */

/** `b` of the board, `m` of a network card, `o` of the installed system; 16 hex digits of the hash. */
export const traitSchema = z.string().regex(/^[bmo][0-9a-f]{16}$/);
export const mostTraits = 12;

/** Drawn at each start of a station's process. */
export const stationRunSchema = z.string().regex(/^[0-9a-f]{16}$/);

export interface StationSelf {
  readonly run: string;
  readonly traits: readonly string[];
}

/** As members of a request's query; a station of before says nothing. */
export const selfQuerySchema = z.strictObject({
  run: stationRunSchema.optional(),
  machine: z
    .string()
    .max(mostTraits * 18)
    .transform((text) => text.split(',').filter((trait) => trait !== ''))
    .pipe(z.array(traitSchema).max(mostTraits))
    .optional(),
});

/** A PC that said it is a station: the beginning of a hash. */
export const machineIdSchema = z.string().regex(/^[0-9a-f]{8}$/);

/** The PCs that say they are one station, where there are several ([CLO2]). */
export const twinSchema = z.strictObject({
  machine: machineIdSchema,
  /** When it was first seen, by the hub's date. */
  since: z.iso.date(),
  /** Since it was last in touch, ms; null if never since the hub started. */
  lastContactAgeMs: z.number().min(0).nullable(),
  /** Whether its hardware is another's than the first's; else it was copied on the same PC, or on its like. */
  otherHardware: z.boolean(),
  /** Whether a person chose that it goes on. */
  chosen: z.boolean(),
});
export type Twin = z.infer<typeof twinSchema>;
