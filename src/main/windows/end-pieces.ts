import { webContents } from 'electron';
import type { Session } from 'electron';
import type { Log } from '../../shared/ports.ts';
import { RequestMeter } from './request-meter.ts';

/**
 * Counts what pages of one session ask of packs, and ends the processes of its pieces where there is no
 * end of it ([PCE3]): each request costs the main process, which all windows share. The shell then
 * finds the frame silent.
 * @returns whether one more may be answered
 */
export function meterPieces(session: Session, log: Log): () => boolean {
  const meter = new RequestMeter(performance.now());
  const ended = new Set<number>();
  return () => {
    if (meter.take(performance.now())) return true;
    for (const pid of framesOfPieces(session)) {
      if (ended.has(pid)) continue;
      ended.add(pid);
      end(pid);
      log.error('piece.ended', { why: 'too many requests' });
    }
    return false;
  };
}

function framesOfPieces(session: Session): ReadonlySet<number> {
  const frames = webContents
    .getAllWebContents()
    .filter((contents) => contents.session === session)
    .flatMap(({ mainFrame }) => mainFrame.frames)
    .filter(({ url }) => url.startsWith('pack://'));
  return new Set(frames.map(({ osProcessId }) => osProcessId));
}

function end(pid: number): void {
  try {
    if (pid > 0) process.kill(pid, 'SIGKILL');
  } catch {
    // It is gone already.
  }
}
