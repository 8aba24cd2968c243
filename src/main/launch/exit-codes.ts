import { exitToRestart } from '../../station/machine/system-ports.ts';

/** What the process says as it ends, after sysexits(3) where one fits; systemd and `rean lab` read it. */
export const exitCodes = {
  ok: 0,
  /** The command line can't be understood. */
  usage: 64,
  /** A fault nobody foresaw. */
  software: 70,
  /** The station's data can't be opened. */
  data: 74,
  /** Another Rean window has this data folder open. */
  inUse: 75,
  /** To be started anew by whoever started it, as staff said. */
  restart: exitToRestart,
  /** Refused: a switch that would open the lock. */
  refused: 78,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
