/** What the microphone heard, in this window's memory only. */
export interface OwnTake {
  /** WebM with Opus. */
  readonly bytes: Uint8Array;
  readonly ms: number;
}
