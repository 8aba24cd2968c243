import { createContext, useContext, useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import type { AppInfo } from '../../../shared/contracts/ipc/views.ts';
import { useStation } from '../station.ts';

const AppInfoContext = createContext<AppInfo | null>(null);

/** A station that has not met its hub yet doesn't know its site; ask again until it does, ms. */
const askAgainMs = 5_000;

/** Asks which station this is; the windows do without, should it not answer. */
export function AppInfoProvider({ children }: { readonly children: ReactNode }) {
  const station = useStation();
  const [info, setInfo] = useState<AppInfo | null>(null);
  const named = info !== null && info.siteName !== null;
  useEffect(() => {
    if (named) return undefined;
    let left = false;
    const ask = () =>
      station.call('app.info', undefined).then(
        (heard) => (left ? undefined : setInfo(heard)),
        () => undefined,
      );
    void ask();
    const asking = setInterval(() => void ask(), askAgainMs);
    return () => {
      left = true;
      clearInterval(asking);
    };
  }, [station, named]);
  return <AppInfoContext value={info}>{children}</AppInfoContext>;
}

export const useAppInfo = (): AppInfo | null => useContext(AppInfoContext);
