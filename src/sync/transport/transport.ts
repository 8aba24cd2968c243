/**
 * How requests get to the hub. A port, so that simulations put drops, delays and half-open
 * connections between a station and its hub ([SYN12]).
 */

export interface HubRequest {
  readonly method: 'GET' | 'POST' | 'PUT';
  /** From the root, query and all: `/v1/hello`. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Given up on after this long without a byte, ms. */
  readonly timeoutMs: number;
  /** A larger answer is `hub.protocol`; 64 MiB where nothing is said. */
  readonly mostBytes?: number;
  /** Gives up at once; the rejection is then `hub.unreachable` with reason `cancelled`. */
  readonly signal?: AbortSignal;
}

export interface HubResponse {
  readonly status: number;
  readonly text: string;
}

/** A question whose answer is bytes, more of them than fit into memory. */
export type StreamRequest = Pick<HubRequest, 'path' | 'headers' | 'timeoutMs' | 'signal'>;

export interface StreamAnswer {
  readonly status: number;
  /**
   * In large pieces, each its taker's until the next one is asked for. Rejects as {@link Transport.send} does,
   * in the middle too, after all that came: `hub.timeout` where nothing comes for as long while somebody waits
   * for it. Whoever stops reading ends the answer.
   */
  readonly body: AsyncIterable<Uint8Array>;
}

export interface Transport {
  /**
   * @throws ReanError `hub.unreachable`, `hub.timeout`, `hub.certificate-mismatch`, or
   *   `hub.protocol` when what answers speaks something else
   */
  send(request: HubRequest): Promise<HubResponse>;
  /** Ends connections kept alive. */
  close(): void;
}

/** One that large answers come over as well, piece by piece. */
export interface StreamTransport extends Transport {
  /** Rejects as {@link Transport.send} does. */
  open(request: StreamRequest): Promise<StreamAnswer>;
}
