import type { CodePicture, SignInResult } from '../../../shared/contracts/ipc/views.ts';

export const codeLength = 4;

/** Touching the twelve pictures: what is touched so far, and what the last tries came to. */
export interface CodeEntry {
  readonly touched: readonly CodePicture[];
  readonly wrongTries: number;
  /** When the next try may begin, monotonic ms; null when at once. */
  readonly waitUntilMs: number | null;
  /** How long that wait is in all, ms; for the picture of it. */
  readonly waitMs: number;
}

export const startEntry: CodeEntry = {
  touched: [],
  wrongTries: 0,
  waitUntilMs: null,
  waitMs: 0,
};

/** The four are four different pictures, so a second touch of one (a double click) counts once ([KSK4]). */
export function touchPicture(entry: CodeEntry, picture: CodePicture): CodeEntry {
  const taken = entry.touched.length >= codeLength || entry.touched.includes(picture);
  return taken ? entry : { ...entry, touched: [...entry.touched, picture] };
}

export function undoPicture(entry: CodeEntry): CodeEntry {
  return { ...entry, touched: entry.touched.slice(0, -1) };
}

export const isWhole = (entry: CodeEntry): boolean => entry.touched.length === codeLength;

/** Begins anew after a try that didn't fit, or that came too soon. @param nowMs monotonic */
export function afterTry(entry: CodeEntry, result: SignInResult, nowMs: number): CodeEntry {
  if (result.result === 'signed-in') return entry;
  return {
    touched: [],
    wrongTries: result.result === 'wrong' ? result.wrongTries : entry.wrongTries,
    waitUntilMs: result.waitMs > 0 ? nowMs + result.waitMs : null,
    waitMs: result.waitMs,
  };
}

/** How long still to wait, ms; 0 when the next try may begin. @param nowMs monotonic */
export function waitLeft(entry: CodeEntry, nowMs: number): number {
  return entry.waitUntilMs === null ? 0 : Math.max(0, entry.waitUntilMs - nowMs);
}
