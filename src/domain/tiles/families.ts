import { drawingFamilies, familyNames } from '../../shared/contracts/drawings.ts';
import type { DrawingFamily } from '../../shared/contracts/drawings.ts';

const families: ReadonlyMap<string, DrawingFamily> = new Map(
  familyNames.flatMap((family) => drawingFamilies[family].map((name) => [name, family] as const)),
);

/** The family a picture is of; null for one that only newer software knows. */
export function familyOf(picture: string): DrawingFamily | null {
  return families.get(picture) ?? null;
}
