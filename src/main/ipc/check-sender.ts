/** What must be known of a message's sender; the part of Electron's `WebFrameMain` that tells it. */
export interface SenderFrame {
  readonly origin: string;
  readonly url: string;
  readonly parent: unknown;
}

/** The window a message claims to come from, as it was registered. */
export interface ExpectedSender {
  readonly origin: string;
  /** The one address this window shows. */
  readonly address: string;
}

/**
 * Why a message can't be from the page it claims to be; null when it is ([IPC2]). The frame is read
 * as Electron reports it: Node's own URL parser gives `null` as the origin of our schemes.
 */
export function findSenderFault(
  frame: SenderFrame | null,
  expected: ExpectedSender | null,
): 'unknown-window' | 'no-frame' | 'sub-frame' | 'wrong-origin' | 'wrong-address' | null {
  if (expected === null) return 'unknown-window';
  if (frame === null) return 'no-frame';
  if (frame.parent !== null) return 'sub-frame';
  if (frame.origin !== expected.origin) return 'wrong-origin';
  if (frame.url !== expected.address) return 'wrong-address';
  return null;
}
