import { useStream } from './station.ts';

/** The officer's window. */
export function SupervisorApp() {
  const staff = useStream('staff', undefined);
  return <main lang="km">{staff.value === undefined ? 'រៀន' : staff.value.people.length}</main>;
}
