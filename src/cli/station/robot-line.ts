import * as z from 'zod';
import { replySchema } from '../../shared/contracts/ipc/contract.ts';
import type { Reply, WindowRole } from '../../shared/contracts/ipc/contract.ts';
import { appInfoSchema } from '../../shared/contracts/ipc/views.ts';
import type { StationService } from '../../station/station-service.ts';

interface RobotLine {
  /** One request of a window, as JSON. */
  receive(line: string): void;
}

/**
 * A window's line over text, for robots that stand in for learners: it asks and is told what any
 * window of this station is, signs in with a code like anybody, and is heard only where the site's
 * own directory, which the hub alone writes, says that this is a demo site ([STN2]). Until a
 * directory was pulled, lines wait.
 */
export function openRobotLine(
  service: StationService,
  role: WindowRole,
  print: (line: object) => void,
): RobotLine {
  const window = service.connect(role, (reply) => print({ event: 'window.reply', reply }));
  const demo = demoOnceKnown(service, role);
  async function hear(line: string): Promise<void> {
    const request = parsed(line);
    if (request === undefined) print({ event: 'line.refused', reason: 'no request' });
    else if (await demo) window.receive(request);
    else print({ event: 'line.refused', reason: 'no demo site' });
  }
  // One after another, in the order they came.
  let last = Promise.resolve();
  return {
    receive(line) {
      last = last.then(() => hear(line));
    },
  };
}

const ids = { status: 1, people: 2, info: 3 } as const;
/** What moves with the directory: who may sign in. */
const peopleOf = { kiosk: 'people', supervisor: 'staff' } as const;

/**
 * Whether the site is for practice: asked, as any window may, at each move until it is known. The
 * directory may be read a moment after the status last moved.
 */
function demoOnceKnown(service: StationService, role: WindowRole): Promise<boolean> {
  return new Promise((resolve) => {
    const line = service.connect(role, (reply) => {
      const demo = demoIn(reply);
      if (reply.id !== ids.info) ask();
      else if (demo !== null) {
        line.close();
        resolve(demo);
      }
    });
    const ask = () =>
      line.receive({ kind: 'command', id: ids.info, name: 'app.info', input: undefined });
    const follow = (id: number, name: string) =>
      line.receive({ kind: 'subscribe', id, name, input: undefined });
    follow(ids.status, 'status');
    follow(ids.people, peopleOf[role]);
  });
}

/** Null while no directory says what site this is. */
function demoIn(reply: Reply): boolean | null {
  const { data } = replySchema.safeParse(reply);
  const info = data?.kind === 'value' ? appInfoSchema.safeParse(data.value).data : undefined;
  return info === undefined || info.siteName === null ? null : info.demo;
}

/** JSON can't say `undefined`: a question without an input says nothing of it. */
const lineSchema = z
  .looseObject({ kind: z.string() })
  .transform((line) => (line.kind === 'unsubscribe' ? line : { input: undefined, ...line }));

function parsed(line: string): unknown {
  try {
    return lineSchema.parse(JSON.parse(line));
  } catch {
    return undefined;
  }
}
