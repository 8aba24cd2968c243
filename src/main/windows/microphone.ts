/** Where a window may be given its microphone, and when. */
export interface Microphone {
  /** The one page that may have it. */
  readonly address: string;
  /** Whether something is to be read aloud now. */
  mayHear(): Promise<boolean>;
}

/** What Electron tells of a request; the part that matters here. */
interface PermissionAsk {
  readonly isMainFrame: boolean;
  readonly requestingUrl: string;
  readonly mediaTypes?: readonly string[];
}

/**
 * Whether the page itself asks for its microphone and nothing else ([RAL5]): no frame in it, no other
 * page, no camera beside it.
 */
export function isMicrophoneAsk(permission: string, ask: PermissionAsk, address: string): boolean {
  return (
    permission === 'media' &&
    ask.isMainFrame &&
    ask.requestingUrl === address &&
    ask.mediaTypes?.length === 1 &&
    ask.mediaTypes[0] === 'audio'
  );
}
