/**
 * The baseline of a window: Electron with one empty page and nothing of Rean. Plain JavaScript, since
 * the Node inside Electron strips no types.
 */
import { app, BrowserWindow } from 'electron';

// Ends with the bench, however that dies.
process.stdin.once('end', () => app.quit());
process.stdin.resume();

async function open() {
  await app.whenReady();
  const window = new BrowserWindow({
    width: 1366,
    height: 768,
    show: false,
    webPreferences: { sandbox: true, contextIsolation: true, spellcheck: false },
  });
  window.once('ready-to-show', () => window.show());
  await window.loadURL('data:text/html,<main class="empty">empty</main>');
}

// Not awaited: Electron is not ready before this module is done.
void open();
