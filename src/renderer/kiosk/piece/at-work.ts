import { workSign } from '../../ui/idle/use-idle.ts';

/**
 * Signs between the screens of a window that something goes on in a frame, whose touches and keys this
 * page never hears.
 */

export const showWork = () => window.dispatchEvent(new Event(workSign));

type Listener = () => Promise<void>;
const endings = new Set<Listener>();

/** The sitting is about to end: resolves once the station was told what is not saved yet. */
export async function showEnding(): Promise<void> {
  await Promise.all([...endings].map((listener) => listener()));
}

/** @returns a function that stops listening */
export function onEnding(listener: Listener): () => void {
  endings.add(listener);
  return () => endings.delete(listener);
}
