import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { BrowserWindow, app, screen, session } from 'electron';
import type { Rectangle, Session } from 'electron';
import type { WindowRole } from '../../shared/contracts/ipc/contract.ts';
import type { Language } from '../../shared/ids.ts';
import type { Log } from '../../shared/ports.ts';

export interface WindowLook {
  /** Full screen and without a frame, as on a lab's PC. */
  readonly kiosk: boolean;
  readonly language: Language;
  /** On which display it fills the screen, if not the first. */
  readonly bounds?: Rectangle;
}

/** What a window needs from the rest of the app. */
export interface WindowSurroundings {
  /** Absolute folder of the built preloads. */
  readonly preloads: string;
  /** Makes a fresh session ready for a role: protocols and guards. */
  prepareSession(session: Session, role: WindowRole): void;
  readonly log: Log;
}

/** Smallest screens the pages are drawn for, in CSS pixels (LOOK). */
const sizes = {
  kiosk: { width: 1366, height: 768, minWidth: 1024, minHeight: 768 },
  supervisor: { width: 1440, height: 900, minWidth: 1280, minHeight: 800 },
} as const;

/** Without a window manager, as in a lab, nobody else makes a window as large as the screen. */
const boundsOf = (role: WindowRole, look: WindowLook) =>
  look.bounds ?? (look.kiosk ? screen.getPrimaryDisplay().bounds : sizes[role]);

/** In memory and never used twice: nothing of one sitting can be there in the next ([WIN2]). */
function freshSession(role: WindowRole): Session {
  return session.fromPartition(`${role}-${randomUUID()}`, { cache: false });
}

/**
 * Opens a hidden window of one role on its own fresh session. Show it with `showWhenPainted`.
 *
 * Nothing is loaded yet, so that the caller can register it for messages first.
 */
export function createRoleWindow(
  role: WindowRole,
  look: WindowLook,
  { preloads, prepareSession, log }: WindowSurroundings,
): BrowserWindow {
  const partition = freshSession(role);
  prepareSession(partition, role);
  const window = new BrowserWindow({
    ...boundsOf(role, look),
    show: false,
    kiosk: look.kiosk,
    frame: !look.kiosk,
    autoHideMenuBar: true,
    backgroundColor: '#f7f1e5',
    title: 'Rean',
    webPreferences: {
      session: partition,
      preload: join(preloads, `${role}.cjs`),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      nodeIntegrationInWorker: false,
      webviewTag: false,
      devTools: !app.isPackaged,
      spellcheck: false,
      navigateOnDragDrop: false,
      enableWebSQL: false,
      autoplayPolicy: 'no-user-gesture-required',
      disableBlinkFeatures: 'FileSystemAccessLocal,FileSystemAccess',
    },
  });
  window.removeMenu();
  reloadWhenGone(window, log);
  return window;
}

/** A page that crashes comes back by itself; the sitting lives in the station, so nothing is lost. */
function reloadWhenGone(window: BrowserWindow, log: Log): void {
  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    log.error('page.gone', { reason, exitCode });
    if (reason !== 'clean-exit' && !window.isDestroyed()) window.webContents.reload();
  });
}

/** Loads a page and resolves once it has something to show, and is shown. */
export async function showWhenPainted(window: BrowserWindow, address: string): Promise<void> {
  const painted = new Promise<void>((resolve) => window.once('ready-to-show', () => resolve()));
  await window.loadURL(address);
  await painted;
  window.show();
}
