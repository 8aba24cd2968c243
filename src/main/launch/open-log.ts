import { join } from 'node:path';
import { openRotatingFile } from '../log/rotating-file.ts';

/** At most 25 MB of log on a station's disk. */
const limits = { maxBytes: 5_000_000, kept: 4 };

/**
 * Opens a station's log file. The station's own process writes through here too, so the file has one
 * writer and its lines stand in the order they were written.
 *
 * @param folder the station's data folder
 * @param echo whether to repeat each line on standard error, as developers want
 */
export function openLogFile(folder: string, echo: boolean): (line: string) => void {
  const write = openRotatingFile(join(folder, 'logs', 'station.jsonl'), limits);
  return (line) => {
    write(line);
    if (echo) process.stderr.write(line);
  };
}
