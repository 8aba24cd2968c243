import { useEffect } from 'react';
import { screenOf } from '../route.ts';
import type { Route } from '../route.ts';
import { useStation } from '../station.ts';

/** Tells the station where its learner is, so that they can go on there at another seat ([SIT7]). */
export function useKeptScreen(route: Route): void {
  const station = useStation();
  useEffect(() => {
    // Where the sitting is over there is nobody to keep it for.
    station.call('screen.keep', { screen: screenOf(route) }).catch(() => undefined);
  }, [station, route]);
}
