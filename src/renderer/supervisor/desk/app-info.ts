import { useEffect, useState } from 'react';
import type { AppInfo } from '../../../shared/contracts/ipc/views.ts';
import { useStation } from '../station.ts';

/** What app and site this is; null until told, and asked again when `told` changes. */
export function useAppInfo(told: unknown): AppInfo | null {
  const station = useStation();
  const [info, setInfo] = useState<AppInfo | null>(null);
  useEffect(() => {
    const asking = new AbortController();
    station.call('app.info', undefined).then(
      (answer) => asking.signal.aborted || setInfo(answer),
      // The names are an ornament here: the places say what is wrong with the station.
      () => undefined,
    );
    return () => asking.abort();
  }, [station, told]);
  return info;
}
