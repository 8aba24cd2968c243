import { createContext, useContext } from 'react';
import type { TimetableView } from '../../../shared/contracts/ipc/timetable-view.ts';
import { ReanError } from '../../../shared/errors.ts';

const WeekContext = createContext<TimetableView | null>(null);
export const WeekProvider = WeekContext.Provider;

/** The lab's week, for everything inside of its place. @throws ReanError `unexpected` outside of it */
export function useWeek(): TimetableView {
  const view = useContext(WeekContext);
  if (view === null) throw new ReanError('unexpected', { missing: 'WeekProvider' });
  return view;
}
