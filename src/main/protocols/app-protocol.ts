import { readFile } from 'node:fs/promises';
import type { Session } from 'electron';
import type { Log } from '../../shared/ports.ts';
import { windowHeaders } from './content-security-policy.ts';
import { servedFile } from './served-file.ts';

const refused = () => new Response(null, { status: 404, headers: windowHeaders });

/**
 * Serves the built pages at `app://<role>/` in one session ([WIN3]). Handlers belong to a session,
 * so a role's window can reach its own page and no other's.
 *
 * @param folder absolute folder of the built pages
 */
export function serveApp(session: Session, role: string, folder: string, log: Log): void {
  session.protocol.handle('app', async (request) => {
    const url = new URL(request.url);
    const file = url.host === role && request.method === 'GET' ? lookUp(url.pathname) : null;
    const body = file === null ? null : await readFile(file.path).catch(() => null);
    if (file === null || body === null) {
      log.warn('app.not-served', { role, method: request.method, path: url.pathname });
      return refused();
    }
    return new Response(new Uint8Array(body), {
      headers: { ...windowHeaders, 'content-type': file.mime },
    });
  });

  const lookUp = (pathname: string) => servedFile(folder, role, pathname);
}
