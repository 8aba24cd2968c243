import type { Item } from '../../../../shared/contracts/lesson.ts';

type Areas = Extract<Item, { type: 'hotspot' }>['areas'];

/** Where the picture was touched, in percent of its width and height, and which area lies there. */
export interface Mark {
  readonly x: number;
  readonly y: number;
  readonly area: string | null;
}

export interface HotspotDraft {
  readonly type: 'hotspot';
  readonly marks: readonly Mark[];
}

export const touchedAreas = (draft: HotspotDraft): string[] => [
  ...new Set(draft.marks.map((mark) => mark.area).filter((area) => area !== null)),
];

/**
 * The area under a point: the nearest of those whose circle holds it. Radii are in percent of the
 * picture's width, so a point's height is measured in widths too.
 *
 * @param aspect width divided by height
 */
export function areaAt(areas: Areas, x: number, y: number, aspect: number): string | null {
  const distance = (area: Areas[number]) => Math.hypot(area.x - x, (area.y - y) / aspect);
  const holding = areas.filter((area) => distance(area) <= area.r);
  return holding.sort((a, b) => distance(a) - distance(b))[0]?.id ?? null;
}

/**
 * Marks a point. Touching a marked area again takes its mark away; with one place to find, a new
 * mark takes the old one's place.
 */
export function touchPoint(draft: HotspotDraft, mark: Mark, several: boolean): HotspotDraft {
  const same = draft.marks.find((old) => old.area !== null && old.area === mark.area);
  if (same !== undefined) return { ...draft, marks: draft.marks.filter((old) => old !== same) };
  // A stray touch is shown, and goes with the next one.
  const kept = several ? draft.marks.filter((old) => old.area !== null) : [];
  return { ...draft, marks: [...kept, mark] };
}
