import type { LookArea } from '../../shared/contracts/look.ts';

interface Size {
  readonly width: number;
  readonly height: number;
}

/** The part of an area that lies in a window; null where none of it does. */
export function areaWithin(area: LookArea, window: Size): LookArea | null {
  const width = Math.min(area.x + area.width, window.width) - area.x;
  const height = Math.min(area.y + area.height, window.height) - area.y;
  return width < 1 || height < 1 ? null : { ...area, width, height };
}

/** A size of the same shape whose longer side is at most `most`; never enlarged, whole pixels, at least one. */
export function sizeWithin({ width, height }: Size, most: number): Size {
  const scale = Math.min(1, most / Math.max(width, height, 1));
  const scaled = (side: number) => Math.max(1, Math.floor(side * scale));
  return { width: scaled(width), height: scaled(height) };
}
