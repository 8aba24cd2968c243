import { ReanError } from '../../shared/errors.ts';

/** minisign writes one base64 line per field; anything but canonical base64 of `length` bytes is refused. */
export function decodeBase64Line(line: string, length: number): Uint8Array | null {
  const bytes = Buffer.from(line, 'base64');
  const sound = bytes.length === length && bytes.toString('base64') === line;
  return sound ? new Uint8Array(bytes) : null;
}

/** Writes bytes as minisign does: standard base64 with padding, on one line. */
export function encodeBase64Line(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}

const untrustedPrefix = 'untrusted comment: ';

/**
 * Takes the two-line shape of minisign's key files apart: a comment nobody may rely on, and the key.
 * Throws `shape.invalid` naming `what` was expected.
 */
export function readKeyLine(text: string, what: string): string {
  const [comment, line, ...rest] = splitLines(text);
  if (comment === undefined || line === undefined || rest.some((more) => more !== '')) {
    throw new ReanError('shape.invalid', { what });
  }
  if (!comment.startsWith(untrustedPrefix)) {
    throw new ReanError('shape.invalid', { what });
  }
  return line;
}

/** Writes minisign's two-line shape. */
export function writeKeyLine(comment: string, line: string): string {
  return `${untrustedPrefix}${comment}\n${line}\n`;
}

/** Lines without their ends; files that went through Windows carry CR LF. */
export function splitLines(text: string): string[] {
  return text.split('\n').map((line) => (line.endsWith('\r') ? line.slice(0, -1) : line));
}
