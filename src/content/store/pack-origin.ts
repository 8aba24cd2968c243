import type { PackFileAsk } from '../../shared/contracts/pack-files.ts';

/** Where a version's files come from: a hub, or another station. Nothing it says is believed unchecked. */
export interface PackOrigin {
  /**
   * A small file whole. Rejects with `hub.*`; `pack.not-installed` where it hasn't this version;
   * `pack.too-large` beyond `limit` bytes.
   */
  file(ask: PackFileAsk, limit: number, signal: AbortSignal): Promise<Uint8Array>;
  /**
   * A content from one of its bytes on, in large pieces, each its taker's until the next one is asked for. Rejects
   * as `file` does, in the middle too.
   */
  blob(sha256: string, from: number, signal: AbortSignal): AsyncIterable<Uint8Array>;
}

/** What a download is told and tells while it runs. */
export interface FetchWatch {
  /** Ends it; what came so far stays, and the next one goes on from there. */
  readonly signal: AbortSignal;
  /** Whether nobody minds that this process is held up for a moment, just now. */
  alone(): boolean;
  /** Resolves once so many more bytes may be taken: the bandwidth cap. */
  admit(bytes: number): Promise<void>;
  /** Bytes of what was lacking that are here by now, of all of them. */
  progress(doneBytes: number, totalBytes: number): void;
}
