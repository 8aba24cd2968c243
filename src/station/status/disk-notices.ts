import { catchError, defer, exhaustMap, of, timer } from 'rxjs';
import type { Subscription } from 'rxjs';
import { diskLevel, usedPart } from '../../domain/disk-level.ts';
import type { DiskLevel, DiskUse } from '../../domain/disk-level.ts';
import type { NoticeBoard, NoticeCode } from './notice-board.ts';

/** A disk fills slowly; it is looked at this often, ms. */
const everyMs = 60_000;

type Codes = Readonly<Record<Exclude<DiskLevel, 'room'>, NoticeCode>>;

const ofThisPc: Codes = { filling: 'disk-filling', 'nearly-full': 'disk-nearly-full' };

/** Tells of this PC's disk while it is filling up ([RET3]). `folder` is for the technician. */
export function keepDiskNotices(
  measure: () => Promise<DiskUse | null>,
  notices: NoticeBoard,
  folder: string,
): Subscription {
  return everyMinute(measure).subscribe((use) => {
    const part = usedPart(use);
    tellLevel(notices, ofThisPc, diskLevel(part), `${percent(part)} · ${folder}`);
  });
}

/** What is asked for at once and then every minute; null where it can't be had. */
export function everyMinute<Answer>(ask: () => Promise<Answer | null>) {
  return timer(0, everyMs).pipe(exhaustMap(() => defer(ask).pipe(catchError(() => of(null)))));
}

/** Puts up the one notice that fits, and takes the others down. */
export function tellLevel(
  notices: NoticeBoard,
  codes: Codes,
  level: DiskLevel,
  detail: string,
): void {
  for (const each of ['filling', 'nearly-full'] as const) {
    if (each === level) notices.put(codes[each], detail);
    else notices.takeDown(codes[each]);
  }
}

export function percent(part: number | null): string {
  return `${Math.floor((part ?? 0) * 100)} %`;
}
