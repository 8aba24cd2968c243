import { useEffect, useState } from 'react';
import type { AppInfo } from '../../../shared/contracts/ipc/views.ts';
import { useStation } from '../station.ts';

/**
 * What app and site this is; null until told. @param ready whether the station knows its site by now;
 * it is asked again then, as the site's name was missing before
 */
export function useAppInfo(ready: boolean): AppInfo | null {
  const station = useStation();
  const [told, setTold] = useState<{ ready: boolean; info: AppInfo } | null>(null);
  useEffect(() => {
    const asking = new AbortController();
    station.call('app.info', undefined).then(
      (answer) => asking.signal.aborted || setTold({ ready, info: answer }),
      // The names are an ornament here: the places say what is wrong with the station.
      () => undefined,
    );
    return () => asking.abort();
  }, [station, ready]);
  return told?.info ?? null;
}
