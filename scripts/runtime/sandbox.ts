import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const setUserId = 0o4000;

async function userNamespacesWork(): Promise<boolean> {
  const tried = await run('unshare', ['--user', '--map-root-user', '--net', 'true']).catch(
    (error: unknown) => error,
  );
  // Without the tool nothing is known; Electron itself will tell.
  const noTool = tried instanceof Error && 'code' in tried && tried.code === 'ENOENT';
  return noTool || !(tried instanceof Error);
}

async function hasSetUidHelper(helper: string): Promise<boolean> {
  const found = await stat(helper).catch(() => undefined);
  return found !== undefined && found.uid === 0 && (found.mode & setUserId) !== 0;
}

/**
 * What an ordinary user is told where Chromium could not build its sandbox:
 * Ubuntu 24.04 and most containers forbid it the user namespaces it needs.
 * Root runs without a sandbox and is told nothing.
 *
 * @param folder the unzipped Electron
 */
export async function sandboxAdvice(folder: string): Promise<string | undefined> {
  if (process.platform !== 'linux' || process.getuid?.() === 0) return undefined;
  const helper = join(folder, 'chrome-sandbox');
  if ((await userNamespacesWork()) || (await hasSetUidHelper(helper))) return undefined;
  return (
    'This system forbids user namespaces, which Electron needs for its sandbox; its windows would not open.\n' +
    `Let its helper do it: sudo chown root:root "${helper}" && sudo chmod 4755 "${helper}"`
  );
}
