import { useStream } from './station.ts';

/** The learner's window. */
export function KioskApp() {
  const people = useStream('people', undefined);
  return <main lang="km">{people.value === undefined ? 'រៀន' : people.value.learners.length}</main>;
}
