import type { Session } from 'electron';
import { openBody } from '../../station/pack-files.ts';
import type { PackAnswer, PackRequest } from '../../station/pack-files.ts';

/** While the station's process is away, a picture can be asked for again. */
const away = () => new Response(null, { status: 503 });

/**
 * Serves the files of packs at `pack://` in one session ([WIN3]). The station decides what is found:
 * it alone knows who sits here; this end only streams the bytes it names.
 */
export function servePacks(
  session: Session,
  ask: (request: PackRequest) => Promise<PackAnswer | null>,
): void {
  session.protocol.handle('pack', async ({ method, url, headers }) => {
    const answer = await ask({
      method,
      url,
      range: headers.get('range'),
      ifRange: headers.get('if-range'),
    });
    if (answer === null) return away();
    const { status, headers: given, body } = answer;
    return new Response(openBody(body), { status, headers: given });
  });
}
