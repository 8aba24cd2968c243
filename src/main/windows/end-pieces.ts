import { app, webContents } from 'electron';
import type { Session, WebFrameMain } from 'electron';
import type { Log } from '../../shared/ports.ts';
import { RequestGate } from './request-gate.ts';

/** More than any content needs, and what an old PC can just spare, KiB. */
const mostMemory = 1024 * 1024;
const lookEveryMs = 500;

/**
 * Paces what pages of one session ask of packs, and ends the processes of its pieces where there is no
 * end of it ([PCE3]): each request costs the main process, which all windows share. The shell then
 * finds the frame silent.
 * @returns whether one more may be answered, when it may
 */
export function pacePieces(session: Session, log: Log): () => Promise<boolean> {
  const flooded = () => endPieces('too many requests', log, session);
  const gate = new RequestGate({ nowMs: () => performance.now(), flooded });
  return () => gate.enter();
}

/** Ends the process of any piece that takes too much memory, from now on ([PCE3]). */
export function watchMemory(log: Log): void {
  const look = () => {
    const pids = framesOfPieces();
    if (pids.size === 0) return;
    for (const { pid, memory } of app.getAppMetrics()) {
      if (!pids.has(pid) || memory.workingSetSize < mostMemory) continue;
      end(pid);
      log.error('piece.ended', { why: 'too much memory' });
    }
  };
  setInterval(look, lookEveryMs).unref();
}

/**
 * Ends the processes of pieces that are open; the shell then finds their frames silent.
 * @param of one session, or all
 */
export function endPieces(why: string, log: Log, of?: Session): void {
  for (const pid of framesOfPieces(of)) {
    end(pid);
    log.error('piece.ended', { why });
  }
}

function framesOfPieces(of?: Session): ReadonlySet<number> {
  const frames = webContents
    .getAllWebContents()
    .filter(({ session }) => of === undefined || session === of)
    .flatMap(({ mainFrame }) => mainFrame.frames);
  return new Set(frames.flatMap((frame) => processOfPiece(frame) ?? []));
}

/** Null where it is no piece, or its process is gone: then Electron throws whatever it is asked. */
function processOfPiece(frame: WebFrameMain): number | null {
  try {
    return frame.url.startsWith('pack://') ? frame.osProcessId : null;
  } catch {
    return null;
  }
}

function end(pid: number): void {
  try {
    if (pid > 0) process.kill(pid, 'SIGKILL');
  } catch {
    // It is gone already.
  }
}
