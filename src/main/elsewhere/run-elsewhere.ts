import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BrowserWindow, app, session } from 'electron';
import { exitCodes } from '../launch/exit-codes.ts';
import { leaveApp } from '../launch/leave-app.ts';
import { tellPainted } from '../launch/tell-painted.ts';
import { noticeStyle } from '../notices/notice-page.ts';
import { formHeaders } from '../protocols/content-security-policy.ts';
import { aboutApp, explainAndQuit } from '../station-app.ts';
import type { AppNeeds } from '../station-app.ts';
import { startStationHost } from '../station/station-host.ts';
import { guardSession } from '../windows/guard-session.ts';
import { elsewherePage } from './elsewhere-page.ts';
import type { Bringing } from './elsewhere-page.ts';

/** Put beside this bundle by the build: no Khmer font need be on the PC. */
const khmerFont = join(import.meta.dirname, 'khmer.woff2');

const respond = (body: string | Uint8Array<ArrayBuffer> | null, mime: string, status = 200) =>
  new Response(body, { status, headers: { ...formHeaders, 'content-type': mime } });

/**
 * Runs a station that is not on its own PC: its process brings what it holds to the hub, no window speaks with it, and one
 * page says so, until staff have said which PC goes on ([FBT4]).
 */
export async function runElsewhere(needs: AppNeeds): Promise<void> {
  const { options, built, writeLine, log } = needs;
  let bringing: Bringing | null = null;
  const partition = session.fromPartition(`elsewhere-${randomUUID()}`, { cache: false });
  guardSession(partition, log);
  partition.protocol.handle('app', async ({ url }) => {
    const { host, pathname } = new URL(url);
    if (host !== 'notice') return respond(null, 'text/plain', 404);
    switch (pathname) {
      case '/':
        return respond(elsewherePage(bringing, options.language), 'text/html; charset=utf-8');
      case '/notice.css':
        return respond(noticeStyle, 'text/css');
      case '/khmer.woff2':
        return respond(new Uint8Array(await readFile(khmerFont)), 'font/woff2');
      default:
        return respond(null, 'text/plain', 404);
    }
  });
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
      up: () => undefined,
      down: () => undefined,
      sitting: () => undefined,
      elsewhere: (standing) => {
        bringing = standing;
      },
      leave: (to) => leaveApp(to, options, log),
      failed: (fault) => void explainAndQuit(fault, exitCodes.data, options, log),
    },
  });
  app.on('window-all-closed', () => app.quit());
  app.on('will-quit', (event) => {
    event.preventDefault();
    void station.stop().finally(() => app.exit(Number(process.exitCode ?? exitCodes.ok)));
  });
  const window = makeWindow(options.kiosk, partition);
  await window.loadURL('app://notice/');
  window.show();
  await tellPainted(process.env, log);
}

function makeWindow(kiosk: boolean, partition: Electron.Session): BrowserWindow {
  const window = new BrowserWindow({
    width: 1024,
    height: 768,
    show: false,
    kiosk,
    autoHideMenuBar: true,
    backgroundColor: '#f7f1e5',
    title: 'Rean',
    webPreferences: {
      session: partition,
      sandbox: true,
      contextIsolation: true,
      javascript: false,
    },
  });
  window.removeMenu();
  return window;
}
