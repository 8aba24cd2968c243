/** Where the set-up tells a person what it does. */
export interface Reporter {
  /** One finished line. */
  say(line: string): void;
  /** Bytes done so far of a long step; `total` is undefined where nobody knows it. */
  progress(label: string, done: number, total: number | undefined): void;
}

/** The part of a terminal or log the reporter writes to. */
export interface Output {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

const megabyte = 1_000_000;
/** In a log, one progress line for so many bytes. */
const logStep = 20 * megabyte;

/** `83.1 of 196.3 MB`, or `83.1 MB` where the total is unknown. */
export function formatBytes(done: number, total: number | undefined): string {
  const shown = (done / megabyte).toFixed(1);
  return total === undefined ? `${shown} MB` : `${shown} of ${(total / megabyte).toFixed(1)} MB`;
}

/** Rewrites one line in a terminal; writes a line for each 20 MB into a log. */
export function createReporter(output: Output): Reporter {
  let openLine = false;
  let lastStep = -1;
  return {
    say(line) {
      output.write(`${openLine ? '\n' : ''}${line}\n`);
      openLine = false;
      lastStep = -1;
    },
    progress(label, done, total) {
      const text = `  ${label}: ${formatBytes(done, total)}`;
      if (output.isTTY === true) {
        output.write(`\r${text}\u001B[K`);
        openLine = true;
        return;
      }
      const step = Math.floor(done / logStep);
      if (step > lastStep) output.write(`${text}\n`);
      lastStep = Math.max(lastStep, step);
    },
  };
}
