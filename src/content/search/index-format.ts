import * as z from 'zod';

/**
 * A list of where words stand, as a file of which only parts are read ([ZIM4]): places found, numbers of where each
 * begins, terms with the places they stand at, and at the end what there is, as JSON, its length, and the name of the format.
 */
export const indexMagic = 'REANIDX1';

/** So many terms are read at once. */
export const termsInBlock = 64;

const sectionSchema = z.strictObject({
  /** Bytes from the beginning of the file. */
  at: z.number().int().min(0),
  length: z.number().int().min(0),
});
export type IndexSection = z.infer<typeof sectionSchema>;

export const indexFootSchema = z.strictObject({
  /** How many places can be found. */
  places: z.number().int().min(0).max(50_000_000),
  sections: z.strictObject({
    /** Of each place: number, title, first words. */
    places: sectionSchema,
    /** Where each place begins in that section: 4 bytes each. */
    starts: sectionSchema,
    /** Of each term: numbers of places and weights. */
    postings: sectionSchema,
    /** Terms in order, in blocks. */
    terms: sectionSchema,
    /** Of each block: its first term, where it begins, and where its first postings do. */
    blocks: sectionSchema,
  }),
});
export type IndexFoot = z.infer<typeof indexFootSchema>;
