import type { Session, WebFrameMain } from 'electron';
import type { Log } from '../../shared/ports.ts';
import { RequestMeter } from './request-meter.ts';

/** What a page may ask the network service for; there is no other way out of a window ([WIN5]). */
const allowedProtocols = new Set(['app:', 'pack:']);

function isAllowed(address: string): boolean {
  return URL.canParse(address) && allowedProtocols.has(new URL(address).protocol);
}

/** Denies every permission and device, every download, and every request but to our own protocols. */
export function guardSession(session: Session, log: Log): void {
  session.setPermissionRequestHandler((_contents, permission, answer) => {
    log.warn('permission.denied', { permission });
    answer(false);
  });
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setBluetoothPairingHandler((_details, answer) => answer({ confirmed: false }));
  session.setSpellCheckerEnabled(false);
  session.on('will-download', (event) => {
    log.warn('download.prevented');
    event.preventDefault();
  });
  const frames = createFrameMeters(log);
  session.webRequest.onBeforeRequest((details, answer) => {
    const allowed = isAllowed(details.url);
    if (!allowed) log.warn('request.cancelled', { type: details.resourceType });
    answer({ cancel: !allowed || !frames.take(details.frame ?? null) });
  });
}

/** Ends the process of a piece's frame that asks for files without end ([PCE3]); the shell then sees it silent. */
function createFrameMeters(log: Log) {
  const meters = new Map<number, RequestMeter>();
  return {
    take(frame: WebFrameMain | null): boolean {
      if (frame === null || !frame.origin.startsWith('pack:')) return true;
      const { osProcessId } = frame;
      const meter = meters.get(osProcessId) ?? new RequestMeter(performance.now());
      meters.set(osProcessId, meter);
      if (meter.take(performance.now())) return true;
      end(osProcessId);
      return false;
    },
  };

  function end(pid: number): void {
    try {
      process.kill(pid, 'SIGKILL');
      log.error('piece.ended', { why: 'too many requests' });
    } catch {
      // It is gone already.
    }
  }
}
