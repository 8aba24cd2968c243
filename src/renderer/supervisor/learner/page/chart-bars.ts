import type { AnswerDay } from '../../../../shared/contracts/ipc/learner-page-view.ts';

/** The chart's own units. */
export const chart = { width: 330, height: 150, left: 30, top: 8, ground: 142 } as const;
const widestBar = 28;

export type PartKind = 'right' | 'notYet' | 'shown';

export interface Bar {
  readonly day: string;
  readonly x: number;
  readonly width: number;
  /** From the ground up; those that are nothing are left out. */
  readonly parts: readonly {
    readonly kind: PartKind;
    readonly top: number;
    readonly height: number;
  }[];
}

/** Where each day's bar stands, and the answers of the fullest day, which reaches to the top. */
export function barsOf(days: readonly AnswerDay[]): {
  readonly bars: readonly Bar[];
  readonly most: number;
} {
  const most = Math.max(1, ...days.map(({ right, notYet, shown }) => right + notYet + shown));
  const slot = (chart.width - chart.left) / Math.max(1, days.length);
  const width = Math.min(widestBar, slot * 0.8);
  const bars = days.map((each, place) => ({
    day: each.day,
    x: chart.left + place * slot + (slot - width) / 2,
    width,
    parts: partsOf(each, (chart.ground - chart.top) / most),
  }));
  return { bars, most };
}

function partsOf(day: AnswerDay, each: number): Bar['parts'] {
  let top: number = chart.ground;
  return (['right', 'notYet', 'shown'] as const).flatMap((kind) => {
    const height = day[kind] * each;
    if (height === 0) return [];
    top -= height;
    return [{ kind, top, height }];
  });
}
