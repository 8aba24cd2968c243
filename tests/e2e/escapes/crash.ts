import type { OpenWindow } from '../test-lab.ts';
import { expectToStand, standingOf } from './standing.ts';

/** Evaluates an expression in the window's page by the app's own hand: a test's own is not let in again after a crash. */
export const evaluateInPage = ({ app }: OpenWindow, code: string): Promise<unknown> =>
  app.evaluate(
    ({ BrowserWindow }, text): Promise<unknown> =>
      BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(text) ?? Promise.resolve(),
    code,
  );

/** Kills the process that draws the page, as a fault of it or a full memory would; looks that nothing else shows meanwhile and after. */
export async function crashPage(kiosk: OpenWindow): Promise<void> {
  const before = await standingOf(kiosk);
  const crashed = kiosk.page.waitForEvent('crash');
  await kiosk.app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    process.kill(contents?.getOSProcessId() ?? 0, 'SIGKILL');
  });
  await crashed;
  await expectToStand(kiosk, before, 'its page was killed');
}
