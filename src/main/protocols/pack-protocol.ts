import { readFile } from 'node:fs/promises';
import type { Session } from 'electron';
import { openBody, playerHeaders } from '../../station/pack-files.ts';
import type { PackAnswer, PackRequest } from '../../station/pack-files.ts';
import { playerFile } from './player-files.ts';

/** While the station's process is away, a picture can be asked for again. */
const away = () => new Response(null, { status: 503 });

const tooMany = () => new Response(null, { status: 429 });

export interface PackSources {
  /** Asks the station: it alone knows who sits here. */
  readonly ask: (request: PackRequest) => Promise<PackAnswer | null>;
  /** Absolute folder of the built players. */
  readonly players: string;
  /** Whether one more request may be answered. */
  readonly allowed: () => boolean;
}

/**
 * Serves the files of packs at `pack://` in one session ([WIN3]), and on the same origins the pages
 * that play them ([PCE1]). The station decides what of a pack is found; this end only streams the bytes
 * it names.
 */
export function servePacks(session: Session, { ask, players, allowed }: PackSources): void {
  session.protocol.handle('pack', async ({ method, url, headers }) => {
    if (!allowed()) return tooMany();
    const player = method === 'GET' ? playerFile(players, url) : null;
    if (player !== null) return answerPlayer(player);
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

async function answerPlayer({ path, mime }: { readonly path: string; readonly mime: string }) {
  const body = await readFile(path).catch(() => null);
  const headers = { ...playerHeaders, 'content-type': mime };
  return body === null
    ? new Response(null, { status: 404, headers })
    : new Response(new Uint8Array(body), { headers });
}
