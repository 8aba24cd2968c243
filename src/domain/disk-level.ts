/** Of a disk that others use too: what is taken, and what there is for us and what is taken together. */
export interface DiskUse {
  readonly usedBytes: number;
  readonly totalBytes: number;
}

/** `filling` from 70 %, `nearly-full` from 85 % on ([RET3]). */
export type DiskLevel = 'room' | 'filling' | 'nearly-full';

const fillingFrom = 0.7;
const nearlyFullFrom = 0.85;

/** The part of a disk that is taken, from 0 to 1; null where that is not known. */
export function usedPart(use: DiskUse | null): number | null {
  if (use === null || use.totalBytes <= 0) return null;
  return Math.min(1, Math.max(0, use.usedBytes / use.totalBytes));
}

/** Whether people are to be told of a disk, by its part that is taken. */
export function diskLevel(part: number | null): DiskLevel {
  if (part === null || part < fillingFrom) return 'room';
  return part < nearlyFullFrom ? 'filling' : 'nearly-full';
}
