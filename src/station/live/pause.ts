/** Resolves after `ms`, or at once when it is given up: who waits looks at the signal then. */
export function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(waiting);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const waiting = setTimeout(done, ms);
    signal.addEventListener('abort', done, { once: true });
  });
}
