/**
 * Whether this window rests: its seat is locked, and whoever sits there can do nothing. Screens that count time or
 * play something hear of it; time that rests is nobody's work ([TSK1]).
 */

type Listener = (resting: boolean) => void;
const listeners = new Set<Listener>();
let resting = false;

export const isResting = (): boolean => resting;

export function setResting(now: boolean): void {
  if (resting === now) return;
  resting = now;
  for (const listener of listeners) listener(now);
}

/** @returns a function that stops listening */
export function onRest(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
