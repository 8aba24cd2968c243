/** For `main`, which may import the station only. */
export { exitToRestart, powerFrom } from '../../sync/machine/power.ts';
export { systemClock, systemRandomness } from '../../sync/machine/system-ports.ts';
