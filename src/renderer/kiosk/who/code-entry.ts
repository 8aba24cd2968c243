import type { HandoverResult, SittingStart } from '../../../shared/contracts/ipc/views.ts';
import { codeLength } from '../../../shared/contracts/sign-in.ts';
import type { CodePicture } from '../../../shared/contracts/sign-in.ts';

/** Touching pictures or digits: what is touched so far, and what the last tries came to. */
export interface CodeEntry<Sign extends string> {
  readonly touched: readonly Sign[];
  readonly wrongTries: number;
  /** When the next try may begin, monotonic ms; null when at once. */
  readonly waitUntilMs: number | null;
  /** How long that wait is in all, ms; for the picture of it. */
  readonly waitMs: number;
}

export const startEntry: CodeEntry<never> = {
  touched: [],
  wrongTries: 0,
  waitUntilMs: null,
  waitMs: 0,
};

/** The four are four different pictures, so a second touch of one (a double click) counts once ([KSK4]). */
export function touchPicture(
  entry: CodeEntry<CodePicture>,
  picture: CodePicture,
): CodeEntry<CodePicture> {
  const taken = isWhole(entry, codeLength) || entry.touched.includes(picture);
  return taken ? entry : { ...entry, touched: [...entry.touched, picture] };
}

/** Of digits each counts, also one that was there before. */
export function touchDigit(
  entry: CodeEntry<string>,
  digit: string,
  length: number,
): CodeEntry<string> {
  return isWhole(entry, length) ? entry : { ...entry, touched: [...entry.touched, digit] };
}

export function undoLast<Sign extends string>(entry: CodeEntry<Sign>): CodeEntry<Sign> {
  return { ...entry, touched: entry.touched.slice(0, -1) };
}

export const isWhole = (entry: CodeEntry<string>, length: number): boolean =>
  entry.touched.length === length;

/** Begins anew after a try that didn't fit, or that came too soon. @param nowMs monotonic */
export function afterTry<Sign extends string>(
  entry: CodeEntry<Sign>,
  result: SittingStart | HandoverResult,
  nowMs: number,
): CodeEntry<Sign> {
  const { result: came } = result;
  if (came === 'signed-in' || came === 'opened' || came === 'not-now') return entry;
  return {
    touched: [],
    wrongTries: result.result === 'wrong' ? result.wrongTries : entry.wrongTries,
    waitUntilMs: result.waitMs > 0 ? nowMs + result.waitMs : null,
    waitMs: result.waitMs,
  };
}

/** How long still to wait, ms; 0 when the next try may begin. @param nowMs monotonic */
export function waitLeft(entry: CodeEntry<string>, nowMs: number): number {
  return entry.waitUntilMs === null ? 0 : Math.max(0, entry.waitUntilMs - nowMs);
}
