import { useState } from 'react';
import { useStream } from '../station.ts';

/** Shows the self-test while one is due, and what came of it until it was read. */
export function useSelfTestDue() {
  const isDue = useStream('self-test', undefined).value?.due === true;
  const [isShown, setShown] = useState(false);
  if (isDue && !isShown) setShown(true);
  return { isShown, end: () => setShown(false) };
}
