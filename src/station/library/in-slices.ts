/**
 * Begins a long piece of work, the first time it is called, and does it a slice at a time between whatever
 * else there is to do.
 * @param slice does some of it; says whether any is left
 */
export function onceInSlices(slice: () => boolean): () => void {
  let begun = false;
  const next = (): void => {
    if (slice()) setImmediate(next);
  };
  return () => {
    if (begun) return;
    begun = true;
    setImmediate(next);
  };
}
