import type { Page } from 'playwright-core';
import * as z from 'zod';
import { CannotMeasure } from '../cannot-measure.ts';

/**
 * What Chromium notes of a window while it draws: how long each frame had its main thread at work, and what the
 * software rasterizer took beside it, where there is no graphics card.
 *
 * Source: https://docs.google.com/document/d/1CvAClvFfyA5R-PhYUmn5OOQtYMH4h6I0nSsKchNAySU (trace format)
 */
export interface FrameWork {
  /** Of each frame, what the main thread did from its beginning to the next one's, ms. */
  readonly mainMs: readonly number[];
  /** Of each frame, what was painted into pixels and put on the screen meanwhile, on threads of their own, ms. */
  readonly rasterMs: readonly number[];
}

const eventSchema = z.looseObject({
  name: z.string(),
  ph: z.string(),
  pid: z.number(),
  tid: z.number(),
  /** µs */
  ts: z.number(),
  dur: z.number().optional(),
  args: z.looseObject({ name: z.unknown().optional() }).optional(),
});
type TraceEvent = z.infer<typeof eventSchema>;
const traceSchema = z.object({ traceEvents: z.array(eventSchema) });

const categories = [
  'toplevel',
  'cc',
  'devtools.timeline',
  'devtools.timeline.frame',
  'disabled-by-default-devtools.timeline',
];
const taskNames: readonly string[] = ['RunTask', 'ThreadControllerImpl::RunTask'];
/** The page asks for every frame, so each has one. */
const frameName = 'FireAnimationFrame';
const screenThread = 'VizCompositorThread';
const rasterName = 'RasterTask';

/** Notes what goes on in a page's window while something is done. */
export async function traceFrames(page: Page, work: () => Promise<void>): Promise<FrameWork> {
  const browser = page.context().browser();
  if (browser === null) throw new CannotMeasure('The window has no debugger.');
  await browser.startTracing(page, { categories });
  await work();
  const trace = traceSchema.parse(JSON.parse((await browser.stopTracing()).toString('utf8')));
  return frameWork(trace.traceEvents);
}

function frameWork(events: readonly TraceEvent[]): FrameWork {
  const begins = events.filter(({ name }) => name === frameName);
  const [first] = begins;
  if (first === undefined) throw new CannotMeasure('The window drew nothing.');
  const own = begins.filter(({ pid, tid }) => pid === first.pid && tid === first.tid);
  const at = own.map(({ ts }) => ts).toSorted((a, b) => a - b);
  const isMain = ({ pid, tid, name }: TraceEvent) =>
    pid === first.pid && tid === first.tid && taskNames.includes(name);
  const screen = events.find(
    ({ name, args }) => name === 'thread_name' && args?.name === screenThread,
  );
  const isOfScreen = ({ pid, tid, name }: TraceEvent) =>
    pid === screen?.pid && tid === screen.tid && taskNames.includes(name);
  const isRaster = ({ pid, name }: TraceEvent) => pid === first.pid && name === rasterName;
  const painted = byFrame(at, events.filter(isRaster));
  const shown = byFrame(at, outermost(events.filter(isOfScreen)));
  return {
    mainMs: byFrame(at, outermost(events.filter(isMain))),
    rasterMs: painted.map((ms, frame) => ms + (shown[frame] ?? 0)),
  };
}

/** Some tasks run in the midst of others, and are noted with them. */
function outermost(tasks: readonly TraceEvent[]): readonly TraceEvent[] {
  let until = -Infinity;
  return tasks
    .toSorted((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0))
    .filter(({ ts, dur = 0 }) => {
      if (ts < until) return false;
      until = ts + dur;
      return true;
    });
}

/** Sums what was begun in each frame, ms. @param at when frames began, µs, in order */
function byFrame(at: readonly number[], events: readonly TraceEvent[]): readonly number[] {
  const sums = at.slice(0, -1).map(() => 0);
  for (const { ts, dur = 0 } of events) {
    const next = at.findIndex((begun) => begun > ts);
    if (next > 0) sums[next - 1] = (sums[next - 1] ?? 0) + dur / 1000;
  }
  return sums;
}
