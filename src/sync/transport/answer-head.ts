import { ReanError } from '../../shared/errors.ts';

/** What the head of an answer in HTTP/1.1 says of it. */
export interface AnswerHead {
  readonly status: number;
  /** Length of what follows; null where the answer's end is not known beforehand. */
  readonly bytes: number | null;
  /** Whether the connection can be asked again afterwards. */
  readonly keepsAlive: boolean;
}

const statusLine = /^HTTP\/1\.1 (?<status>[2-5]\d\d)(?: |$)/;
const decimal = /^\d{1,15}$/;

/**
 * Reads a head, without the empty line at its end. What is not plainly the head of one answer is
 * `hub.protocol`: guessing where an answer ends would take a part of one for the next.
 */
export function readAnswerHead(text: string): AnswerHead {
  const [first = '', ...lines] = text.split('\r\n');
  const status = statusLine.exec(first)?.groups?.['status'];
  if (status === undefined) throw new ReanError('hub.protocol', { reason: 'status line' });
  const said = new Map<string, Set<string>>();
  for (const line of lines) {
    const colon = line.indexOf(':');
    if (colon < 1) throw new ReanError('hub.protocol', { reason: 'header' });
    const name = line.slice(0, colon).toLowerCase();
    const values = said.get(name) ?? new Set();
    said.set(name, values.add(line.slice(colon + 1).trim()));
  }
  const bytes = said.has('transfer-encoding') ? null : lengthOf(said.get('content-length'));
  const closes = [...(said.get('connection') ?? [])].some((word) => /\bclose\b/i.test(word));
  return { status: Number(status), bytes, keepsAlive: bytes !== null && !closes };
}

function lengthOf(lengths: ReadonlySet<string> | undefined): number | null {
  if (lengths === undefined) return null;
  const [length = ''] = lengths;
  if (lengths.size > 1 || !decimal.test(length)) {
    throw new ReanError('hub.protocol', { reason: 'content-length' });
  }
  return Number(length);
}
