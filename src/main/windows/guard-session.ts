import type { Session } from 'electron';
import type { Log } from '../../shared/ports.ts';
import { isMicrophoneAsk } from './microphone.ts';
import type { Microphone } from './microphone.ts';

/** What a page may ask the network service for; there is no other way out of a window ([WIN5]). */
const allowedProtocols = new Set(['app:', 'pack:']);

function isAllowed(address: string): boolean {
  return URL.canParse(address) && allowedProtocols.has(new URL(address).protocol);
}

export interface SessionLeave {
  /** The one device that may be had; none unless given ([RAL5]). */
  readonly microphone?: Microphone | undefined;
  /** Whether one more file of a pack may be asked for, when it may; no limit unless given ([PCE3]). */
  readonly packFile?: () => Promise<boolean>;
}

/** Denies every permission and device, every download, and every request but to our own protocols. */
export function guardSession(
  session: Session,
  log: Log,
  { microphone, packFile }: SessionLeave = {},
): void {
  session.setPermissionRequestHandler((_contents, permission, answer, details) => {
    const deny = () => {
      log.warn('permission.denied', { permission });
      answer(false);
    };
    if (microphone === undefined || !isMicrophoneAsk(permission, details, microphone.address)) {
      deny();
      return;
    }
    microphone.mayHear().then((may) => (may ? answer(true) : deny()), deny);
  });
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setBluetoothPairingHandler((_details, answer) => answer({ confirmed: false }));
  session.setSpellCheckerEnabled(false);
  session.on('will-download', (event) => {
    log.warn('download.prevented');
    event.preventDefault();
  });
  session.webRequest.onBeforeRequest((details, answer) => {
    const cancel = !isAllowed(details.url);
    if (cancel) log.warn('request.cancelled', { type: details.resourceType });
    const paced = packFile !== undefined && details.url.startsWith('pack:');
    // Held here, a request costs the main process a third of what it costs once a protocol has begun to answer.
    if (paced) void packFile().then((through) => answer({ cancel: !through }));
    else answer({ cancel });
  });
}
