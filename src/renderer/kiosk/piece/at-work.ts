import { workSign } from '../../ui/idle/use-idle.ts';

/**
 * Signs between the screens of a window that something goes on in a frame, whose touches and keys this
 * page never hears.
 */

/** The sitting is about to end: what is not saved yet has to be. */
const ending = 'sitting-ending';

export const showWork = () => window.dispatchEvent(new Event(workSign));
export const showEnding = () => window.dispatchEvent(new Event(ending));

/** @returns a function that stops listening */
export const onEnding = (listener: () => void) => listen(ending, listener);

function listen(name: string, listener: () => void): () => void {
  window.addEventListener(name, listener);
  return () => window.removeEventListener(name, listener);
}
