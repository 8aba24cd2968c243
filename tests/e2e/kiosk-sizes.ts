import type { OpenWindow } from './test-lab.ts';

/** What kiosks' screens have. */
export const kioskSizes = [
  { width: 1024, height: 768 },
  { width: 1366, height: 768 },
];

/** Makes the window itself this large inside, and waits until its page is. */
export async function resizeTo(
  { app, page }: OpenWindow,
  size: (typeof kioskSizes)[number],
): Promise<void> {
  await app.evaluate(({ BrowserWindow }, { width, height }) => {
    for (const window of BrowserWindow.getAllWindows()) window.setContentSize(width, height);
  }, size);
  await page.waitForFunction(
    ({ width, height }) => innerWidth === width && innerHeight === height,
    size,
  );
}
