/** Bounds that a hostile archive can't argue with; checked before anything is read out of it. */
export interface ArchiveLimits {
  readonly maxEntries: number;
  /** Sum of all entries, unpacked, in bytes. */
  readonly maxTotalBytes: number;
  /** Unpacked bytes per packed byte of one entry. */
  readonly maxRatio: number;
  /**
   * For archives of other programs, whose content no signature vouches for: names that are UTF-8 without
   * saying so are read as such (most zip programs write them so), and checksums are checked.
   */
  readonly ofOthers?: true;
}

const gibibyte = 1024 ** 3;

/** For `.kpack`: 20,000 files, the manifest and its signature; the largest film libraries fit in 64 GiB. */
export const packArchiveLimits: ArchiveLimits = {
  maxEntries: 20_002,
  maxTotalBytes: 64 * gibibyte,
  maxRatio: 100,
};

/** For what others made, before it becomes part of a pack ([FRN2]). */
export const foreignArchiveLimits: ArchiveLimits = {
  maxEntries: 20_002,
  maxTotalBytes: 16 * gibibyte,
  maxRatio: 100,
  ofOthers: true,
};
