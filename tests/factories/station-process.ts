import { systemClock, systemRandomness } from '../../src/station/machine/system-ports.ts';
import { openStation } from '../../src/station/station-service.ts';

/**
 * A kiosk station in a process of its own, for tests that kill it: its folder is the one word of
 * its command line, and it speaks with one window over its parent's channel.
 */
const silent = () => undefined;
const station = await openStation({
  folder: process.argv[2] ?? '',
  appVersion: '0.1.0',
  kiosk: false,
  clock: systemClock(),
  randomness: systemRandomness(),
  log: { info: silent, warn: silent, error: silent },
});
const line = station.connect('kiosk', (reply) => process.send?.(reply));
process.on('message', (message) => line.receive(message));
process.send?.('ready');
