import { readFile } from 'node:fs/promises';
import type { Session } from 'electron';
import { openBody, playerHeaders } from '../../station/pack-files.ts';
import type {
  CourseAnswer,
  CourseCall,
  PackAnswer,
  PackRequest,
} from '../../station/pack-files.ts';
import { courseDoor, isCourseCall } from './course-calls.ts';
import { packRequestOf } from './pack-requests.ts';
import { playerFile } from './player-files.ts';
import type { PlayerFile } from './player-files.ts';

/** While the station's process is away, a picture can be asked for again. */
const away = () => new Response(null, { status: 503 });

/** Asked in a way that no file is asked for. */
const notForFiles = () => new Response(null, { status: 400 });

export interface PackSources {
  /** Asks the station: it alone knows who sits here. */
  readonly ask: (request: PackRequest) => Promise<PackAnswer | null>;
  /** Asks the station on behalf of a course that is open ([PCE13]). */
  readonly askCourse: (call: CourseCall) => Promise<CourseAnswer | null>;
  /** Absolute folder of the built players. */
  readonly players: string;
}

/**
 * Serves the files of packs at `pack://` in one session ([WIN3]), and on the same origins the pages
 * that play them ([PCE1]). The station decides what of a pack is found; this end only streams the bytes
 * it names.
 */
export function servePacks(session: Session, sources: PackSources): void {
  const { ask, players } = sources;
  const course = courseDoor(sources.askCourse);
  session.protocol.handle('pack', async (request) => {
    if (isCourseCall(request.url)) return course(request);
    const player = request.method === 'GET' ? playerFile(players, request.url) : null;
    if (player !== null) return answerPlayer(player);
    const asked = packRequestOf(request);
    if (asked === null) return notForFiles();
    const answer = await ask(asked);
    if (answer === null) return away();
    const { status, headers: given, body } = answer;
    return new Response(openBody(body), { status, headers: given });
  });
}

async function answerPlayer({ path, mime, kind, origin }: PlayerFile) {
  const body = await readFile(path).catch(() => null);
  const headers = { ...playerHeaders(kind, origin), 'content-type': mime };
  return body === null
    ? new Response(null, { status: 404, headers })
    : new Response(new Uint8Array(body), { headers });
}
