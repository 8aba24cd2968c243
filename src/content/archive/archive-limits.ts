/** Bounds that a hostile archive can't argue with; checked before anything is read out of it. */
export interface ArchiveLimits {
  readonly maxEntries: number;
  /** Sum of all entries, unpacked, in bytes. */
  readonly maxTotalBytes: number;
  /** Unpacked bytes per packed byte of one entry. */
  readonly maxRatio: number;
}

const gibibyte = 1024 ** 3;

/** For `.kpack`: 20,000 files, the manifest and its signature; the largest film libraries fit in 64 GiB. */
export const packArchiveLimits: ArchiveLimits = {
  maxEntries: 20_002,
  maxTotalBytes: 64 * gibibyte,
  maxRatio: 100,
};
