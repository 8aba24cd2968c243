import { coursePath } from '../../shared/contracts/cmi5-player.ts';
import type { CourseAnswer, CourseCall } from '../../station/pack-files.ts';
import { courseCallSchema, maxCourseBody } from '../station/control-messages.ts';

/** What the station reads of a request's headers; nothing else goes there. */
const readHeaders = [
  'authorization',
  'content-type',
  'if-match',
  'if-none-match',
  'x-experience-api-version',
] as const;

/** So many of a window's calls wait for their turn; they are answered one after the other. */
const mostWaiting = 200;

const isCall = new RegExp(`^pack://[^/?#]+${coursePath}`);

/** Whether an address is of what the station answers for a course that is open ([PCE13]), and no file's. */
export const isCourseCall = (url: string) => isCall.test(url);

/**
 * A door for the calls of one window: in their order, one at a time, each within its bounds.
 * @param ask resolves to null while the station is away
 */
export function courseDoor(
  ask: (call: CourseCall) => Promise<CourseAnswer | null>,
): (request: Request) => Promise<Response> {
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  const answer = async (request: Request) => {
    const call = await callOf(request);
    if (call === null) return new Response(null, { status: 413 });
    const answered = await ask(call);
    if (answered === null) return new Response(null, { status: 503 });
    const { status, headers, body } = answered;
    const sent = request.method === 'HEAD' ? null : body;
    return new Response(sent, { status, headers });
  };
  return async (request) => {
    if (waiting >= mostWaiting) return new Response(null, { status: 429 });
    waiting += 1;
    const turn = last.then(() => answer(request));
    last = turn.catch(() => undefined);
    try {
      return await turn;
    } finally {
      waiting -= 1;
    }
  };
}

/** A request as plain data; null where it is longer than one may be. */
async function callOf(request: Request): Promise<CourseCall | null> {
  const { method, url, headers } = request;
  const body = await bodyOf(request);
  const read = readHeaders.flatMap((name) => {
    const value = headers.get(name);
    return value === null ? [] : [[name, value] as const];
  });
  const call = { method, url, headers: Object.fromEntries(read), body };
  return courseCallSchema.safeParse(call).data ?? null;
}

/** Read no further than what may be taken. */
async function bodyOf({ body }: Request): Promise<Uint8Array<ArrayBuffer> | null> {
  if (body === null) return null;
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > maxCourseBody) break;
  }
  return new Uint8Array(Buffer.concat(chunks));
}
