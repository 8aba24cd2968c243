import { createContext, useContext, useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import type { AppInfo } from '../../../shared/contracts/ipc/views.ts';
import { useStation } from '../station.ts';

const AppInfoContext = createContext<AppInfo | null>(null);

/** Asks once which station this is; the windows do without, should it not answer. */
export function AppInfoProvider({ children }: { readonly children: ReactNode }) {
  const station = useStation();
  const [info, setInfo] = useState<AppInfo | null>(null);
  useEffect(() => {
    let left = false;
    station.call('app.info', undefined).then(
      (heard) => (left ? undefined : setInfo(heard)),
      () => undefined,
    );
    return () => {
      left = true;
    };
  }, [station]);
  return <AppInfoContext value={info}>{children}</AppInfoContext>;
}

export const useAppInfo = (): AppInfo | null => useContext(AppInfoContext);
