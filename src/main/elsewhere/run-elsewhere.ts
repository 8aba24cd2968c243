import { join } from 'node:path';
import { app } from 'electron';
import { exitCodes } from '../launch/exit-codes.ts';
import { leaveApp } from '../launch/leave-app.ts';
import { tellPainted } from '../launch/tell-painted.ts';
import { noticeStyle } from '../notices/notice-page.ts';
import { formHeaders } from '../protocols/content-security-policy.ts';
import { aboutApp, explainAndQuit } from '../station-app.ts';
import type { AppNeeds } from '../station-app.ts';
import { startStationHost } from '../station/station-host.ts';
import { openPlainWindow } from '../windows/plain-pages.ts';
import { elsewherePage } from './elsewhere-page.ts';
import type { Bringing } from './elsewhere-page.ts';

/**
 * Runs a station that is not on its own PC: its process brings what it holds to the hub, no window speaks with it, and one
 * page says so, until staff have said which PC goes on ([FBT4]).
 */
export async function runElsewhere(needs: AppNeeds): Promise<void> {
  const { options, built, writeLine, log } = needs;
  let bringing: Bringing | null = null;
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
  const html = () => elsewherePage(bringing, options.language);
  const page = { host: 'notice', headers: formHeaders, style: noticeStyle, html };
  await openPlainWindow(page, options, log);
  await tellPainted(process.env, log);
}
