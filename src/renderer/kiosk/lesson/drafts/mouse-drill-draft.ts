export interface MouseDrillDraft {
  readonly type: 'mouseDrill';
  /** How many of the steps are done. */
  readonly done: number;
  /** Clicks on the step's target so far, where two are asked for. */
  readonly clicks: number;
  /** When the last of them was, ms on the page's monotonic clock. */
  readonly clickedMs: number;
  readonly misses: number;
}

export const startMouseDrill: MouseDrillDraft = {
  type: 'mouseDrill',
  done: 0,
  clicks: 0,
  clickedMs: 0,
  misses: 0,
};

const mostMisses = 10_000;

/** Two clicks further apart than this are two single ones, ms; twice what a practised hand gets. */
const doubleClickMs = 1000;

export function stepDone(draft: MouseDrillDraft): MouseDrillDraft {
  return { ...draft, done: draft.done + 1, clicks: 0 };
}

export function stepMissed(draft: MouseDrillDraft): MouseDrillDraft {
  return { ...draft, misses: Math.min(draft.misses + 1, mostMisses) };
}

/** A click on a target that wants two. @param nowMs monotonic */
export function clickTwice(draft: MouseDrillDraft, nowMs: number): MouseDrillDraft {
  if (draft.clicks === 1 && nowMs - draft.clickedMs <= doubleClickMs) return stepDone(draft);
  return { ...draft, clicks: 1, clickedMs: nowMs };
}
