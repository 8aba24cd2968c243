/** For `main`, which may import the station only. */
export { systemClock, systemRandomness } from '../../sync/machine/system-ports.ts';
