import { appendFileSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

export interface RotationLimits {
  /** Bytes after which a file is closed and put aside. */
  readonly maxBytes: number;
  /** How many files put aside are kept, beside the one being written. */
  readonly kept: number;
}

const sizeOf = (path: string) => statSync(path, { throwIfNoEntry: false })?.size ?? 0;

/** `log.jsonl` becomes `log.jsonl.1`, that becomes `.2`, and the oldest goes. */
function rotate(path: string, kept: number): void {
  rmSync(`${path}.${kept}`, { force: true });
  for (let age = kept - 1; age >= 1; age -= 1) {
    if (sizeOf(`${path}.${age}`) > 0) renameSync(`${path}.${age}`, `${path}.${age + 1}`);
  }
  renameSync(path, `${path}.1`);
}

/**
 * Appends lines to a file that never grows past its share of a small disk. Written at once, so that
 * the last words of a process that dies are there; a full disk silences the log, never the app.
 */
export function openRotatingFile(path: string, limits: RotationLimits): (line: string) => void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  let size = sizeOf(path);
  const append = (line: string) => {
    if (size > 0 && size + line.length > limits.maxBytes) {
      rotate(path, limits.kept);
      size = 0;
    }
    appendFileSync(path, line, { mode: 0o600 });
    size += Buffer.byteLength(line);
  };
  return (line) => {
    try {
      append(line);
    } catch {
      size = sizeOf(path);
    }
  };
}
