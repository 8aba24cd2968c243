import * as z from 'zod';

/** What our player asks of a ZIM archive at `~/about` below its address. */
export const archiveAboutSchema = z.object({
  /** Address of its first page, from that of the archive on; null where it names none. */
  main: z.string().nullable(),
});
export type ArchiveAbout = z.infer<typeof archiveAboutSchema>;

const archiveFoundSchema = z.object({
  /** Address of a page, from that of the archive on. */
  at: z.string(),
  title: z.string(),
  /** Its first words; empty where they are not known. */
  lead: z.string(),
});
export type ArchiveFound = z.infer<typeof archiveFoundSchema>;

/** At `~/find/` and the words. */
export const archiveFindSchema = z.array(archiveFoundSchema);
