import { useCallback, useEffect, useState } from 'react';
import { useStation } from '../station.ts';

/** Where the film is: on another display, in this window, or not known yet. */
export interface BigScreenAt {
  readonly where: 'screen' | 'here' | null;
  /** To the other display where there is one. */
  toScreen(): void;
  toHere(): void;
}

/** Opens the big screen at once where there is another display ([GRP1]). */
export function useBigScreen(): BigScreenAt {
  const station = useStation();
  const [where, setWhere] = useState<BigScreenAt['where']>(null);
  const toScreen = useCallback(() => {
    station.call('screen.open', undefined).then(
      ({ opened }) => setWhere(opened ? 'screen' : 'here'),
      () => setWhere('here'),
    );
  }, [station]);
  useEffect(toScreen, [toScreen]);
  const toHere = useCallback(() => {
    const here = () => setWhere('here');
    station.call('screen.close', undefined).then(here, here);
  }, [station]);
  return { where, toScreen, toHere };
}
