import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { app } from 'electron';
import type { BrowserWindow, Session } from 'electron';
import type { WindowRole } from '../shared/contracts/ipc/contract.ts';
import type { ErrorView } from '../shared/contracts/ipc/views.ts';
import { ReanError } from '../shared/errors.ts';
import type { Log } from '../shared/ports.ts';
import { openListFile, saveListFile } from './files/list-files.ts';
import { createSwitchboard } from './ipc/switchboard.ts';
import { exitCodes } from './launch/exit-codes.ts';
import type { ExitCode } from './launch/exit-codes.ts';
import { leaveApp } from './launch/leave-app.ts';
import type { LaunchOptions } from './launch/launch-options.ts';
import { tellPainted } from './launch/tell-painted.ts';
import type { Lockdown } from './lockdown/lock-down.ts';
import { captureLesson } from './look/capture-lesson.ts';
import { showNotice } from './notices/notice-window.ts';
import { factLines, noticeFor } from './notices/sentences.ts';
import { serveApp } from './protocols/app-protocol.ts';
import { pageAsPdf, savePage } from './print/save-page.ts';
import { stickLineFrom } from '../station/stick/stick-line.ts';
import { tryEscapes } from './self-test/try-escapes.ts';
import { servePacks } from './protocols/pack-protocol.ts';
import type { StationStart } from './station/control-messages.ts';
import { startStationHost } from './station/station-host.ts';
import { clearAfterSitting, clearClipboards } from './windows/clear-after-sitting.ts';
import { endPieces, pacePieces, watchMemory } from './windows/end-pieces.ts';
import { guardSession } from './windows/guard-session.ts';
import { createHeldWindows } from './windows/held-windows.ts';
import { createBigScreen } from './windows/big-screen.ts';
import { bigScreenAddress, originOf, pageAddress } from './windows/page-address.ts';
import { refuseFileChoosers } from './windows/refuse-file-choosers.ts';
import { createRoleWindow, showWhenPainted } from './windows/role-window.ts';
import type { WindowLook } from './windows/role-window.ts';
import { createSeat } from './windows/seat.ts';

export interface AppNeeds {
  readonly options: LaunchOptions;
  /** Absolute folder of the build: `main`, `preload`, `renderer` lie in it. */
  readonly built: string;
  readonly writeLine: (line: string) => void;
  readonly log: Log;
  /** What holds a locked screen; null where it is not locked. */
  readonly lockdown: Lockdown | null;
}

/** How long a window that failed to open is left alone, ms. */
const reopenMs = 1_000;
/** How long a locked screen shows why it cannot start before it tries anew, ms. */
const lockedNoticeMs = 60_000;

/** Says why this station cannot start, on standard error and in a window, and ends with `code`. */
export async function explainAndQuit(
  error: ErrorView,
  code: ExitCode,
  options: LaunchOptions,
  log: Log,
): Promise<void> {
  process.exitCode = code;
  const leave = () => app.exit(code);
  const { happened, means, next } = noticeFor(error.code).en;
  const lines = [`Rean: ${happened}`, means, next, ...factLines(error)];
  process.stderr.write(`${lines.join('\n  ')}\n`);
  const window = await showNotice(error, options, log);
  window.once('closed', leave);
  // Nobody can close a locked screen: whoever supervises this process starts it again.
  if (options.kiosk) setTimeout(leave, lockedNoticeMs);
}

/** What technicians are told of the app ([MNT5]). */
export function aboutApp({ lockdown }: Pick<AppNeeds, 'lockdown'>): StationStart['app'] {
  const { electron, chrome } = process.versions;
  const states = [...(lockdown?.states ?? [])].map(([step, state]) => ({ step, state }));
  return { runtime: { electron, chromium: chrome }, lockdown: states };
}

/** Where files leave on a stick they leave in no other way ([STK1]). @throws ReanError `permission.denied` */
async function demandDialogs(): Promise<void> {
  if (stickLineFrom(process.env).isThere)
    throw new ReanError('permission.denied', { problem: 'stick' });
}

const exitCodeFor = ({ code }: ErrorView): ExitCode =>
  code === 'store.in-use' ? exitCodes.inUse : exitCodes.data;

/** Runs one station: its process, its window, and what passes between them. */
export async function runStationApp(needs: AppNeeds): Promise<void> {
  const { options, built, writeLine, log, lockdown } = needs;
  const role: WindowRole = options.kind;
  let sitting = new AbortController();
  const endSitting = () => {
    sitting.abort();
    sitting = new AbortController();
  };
  const heldWindows = createHeldWindows();
  const switchboard = createSwitchboard(log, {
    'look.capture': (window, area) => captureLesson(window, area, log),
    'self-test.escape': (window) => tryEscapes(window, lockdown, log),
    'page.save': async (window, page) => {
      await demandDialogs();
      return savePage(window, page, sitting.signal, log);
    },
    'page.pdf': (_window, page) => pageAsPdf(page, log),
    'file.open': (window) => openListFile(window),
    'file.save': async (window, file) => {
      await demandDialogs();
      return saveListFile(window, file, sitting.signal);
    },
    'screen.open': async (window) => ({ opened: await bigScreen.open(window) }),
    'window.hold': (window) => heldWindows.hold(window),
    'window.release': async (window) => {
      heldWindows.release(window);
      return undefined;
    },
    'screen.close': async () => {
      bigScreen.close();
      return undefined;
    },
  });

  const address = pageAddress(role, options.language);

  const prepareSession = (session: Session) => {
    const microphone = { address, mayHear: () => station.askMicrophone() };
    guardSession(session, log, {
      microphone,
      packFile: pacePieces(session, log),
    });
    serveApp(session, role, join(built, 'renderer'), log);
    servePacks(session, {
      ask: (request) => station.askPack(request),
      askCourse: (call) => station.askCourse(call),
      players: join(built, 'players'),
    });
  };
  const failed = () => endPieces('a file chooser could open', log);
  const refuseIn = refuseFileChoosers({ log, failed });
  const openAt = async (look: WindowLook, shown: string): Promise<BrowserWindow> => {
    const preloads = join(built, 'preload');
    const window = createRoleWindow(role, look, { preloads, prepareSession, log });
    switchboard.register(window, role, { origin: originOf(role), address: shown });
    const { session } = window.webContents;
    refuseIn(window.webContents);
    window.once('closed', () => void clearAfterSitting(session, log));
    try {
      await showWhenPainted(window, shown);
      await tellPainted(process.env, log);
    } catch (error) {
      window.destroy();
      throw error;
    }
    return window;
  };
  const open = async (): Promise<BrowserWindow> => {
    const window = await openAt(options, address);
    window.once('closed', () => bigScreen.close());
    return window;
  };
  const bigScreen = createBigScreen({
    open: (bounds) =>
      openAt({ ...options, kiosk: true, bounds }, bigScreenAddress(options.language)),
    silence: (window) => switchboard.unregister(window),
  });
  const silence = (window: BrowserWindow) => {
    switchboard.unregister(window);
    clearClipboards();
  };
  const seat = createSeat({ open, silence, pause: () => wait(reopenMs), log });

  const station = startStationHost({
    script: join(built, 'main', 'station-process.js'),
    start: {
      folder: options.data,
      appVersion: app.getVersion(),
      kiosk: options.kiosk,
      app: aboutApp(needs),
    },
    writeLine,
    log,
    events: {
      up: (connect) => switchboard.stationUp(connect),
      down: () => {
        endSitting();
        switchboard.stationDown();
      },
      sitting: (present) => {
        if (!present) endSitting();
        if (!present) bigScreen.close();
        if (role === 'kiosk') seat.sitting(present);
        else if (!present) clearClipboards();
      },
      leave: (to) => leaveApp(to, options, log),
      failed: (fault) => {
        void explainAndQuit(fault, exitCodeFor(fault), options, log).then(() => seat.close());
      },
    },
  });

  app.on('window-all-closed', () => {
    // A page can close its own window; on a locked screen another takes its place.
    if (options.kiosk) void seat.fill();
    else app.quit();
  });
  app.on('will-quit', (event) => {
    event.preventDefault();
    void station.stop().finally(() => {
      log.info('app.ended');
      app.exit(Number(process.exitCode ?? exitCodes.ok));
    });
  });
  watchMemory(log);
  await seat.fill();
}
