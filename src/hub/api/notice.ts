import type { ServerResponse } from 'node:http';
import type * as z from 'zod';
import { hubLongpollMs } from '../../shared/contracts/hub-api.ts';
import type { Notice, noticeQuerySchema } from '../../shared/contracts/hub-api.ts';
import type { Moves } from '../moves.ts';
import type { Timers } from '../timers.ts';

export interface NoticeOptions {
  readonly moves: Moves;
  readonly timers: Timers;
  current(): Promise<Notice>;
}

type Seen = z.infer<typeof noticeQuerySchema>;

/** Holds a notice until something has moved on from what the station has seen, at most 25 s ([SYN6]). */
export async function awaitNotice(
  { moves, timers, current }: NoticeOptions,
  seen: Seen,
  response: ServerResponse,
): Promise<Notice> {
  let over = false;
  let wakeUp: () => void = () => undefined;
  let woken = new Promise<void>((resolve) => (wakeUp = resolve));
  const finish = () => {
    over = true;
    wakeUp();
  };
  const moved = moves.all$.subscribe(() => wakeUp());
  const cancel = timers.after(hubLongpollMs, finish);
  response.once('close', finish);
  try {
    for (;;) {
      const notice = await current();
      if (over || hasMoved(notice, seen)) return notice;
      await woken;
      woken = new Promise((resolve) => (wakeUp = resolve));
    }
  } finally {
    moved.unsubscribe();
    cancel();
    response.off('close', finish);
  }
}

/** Any difference counts: after a restore the hub's numbers may be lower. */
function hasMoved(notice: Notice, seen: Seen): boolean {
  return (
    notice.generation !== seen.generation ||
    notice.directory !== seen.directory ||
    notice.state !== seen.state ||
    notice.journal !== seen.journal ||
    // A station that holds none on its disk asks for it by itself.
    (seen.keyring !== null && notice.keyring !== seen.keyring)
  );
}
