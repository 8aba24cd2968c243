import { join } from 'node:path';

/** One call that changed a folder, or said something; `begun` and `done` are places in the log. */
export type DiskCall = {
  readonly begun: number;
  readonly done: number;
} & (
  | {
      readonly call: 'open';
      readonly path: string;
      readonly fd: number;
      readonly append: boolean;
      /** Makes a file where there is none; `empties`: where there is one, too. */
      readonly makes: boolean;
      readonly empties: boolean;
    }
  | {
      readonly call: 'write';
      readonly path: string;
      readonly fd: number;
      readonly bytes: Buffer;
      /** Null for where the file stands. */
      readonly at: number | null;
    }
  | { readonly call: 'sync'; readonly path: string }
  | { readonly call: 'rename'; readonly path: string; readonly to: string }
  | { readonly call: 'remove'; readonly path: string }
  | { readonly call: 'make-folder'; readonly path: string }
  | { readonly call: 'said'; readonly text: string }
);
type Found = DiskCall extends infer Call
  ? Call extends DiskCall
    ? Omit<Call, 'begun' | 'done'>
    : never
  : never;

interface Traced {
  readonly begun: number;
  readonly done: number;
  readonly name: string;
  readonly given: string;
  readonly answer: string;
}

/** Reads what `strace -f -qq -xx -y` wrote: the calls that concern a folder, by when they ended. */
export function readCalls(log: string, folder: string, after: number): readonly DiskCall[] {
  return wholeCalls(log, after).flatMap((traced) => {
    const { begun, done } = traced;
    return callOf(traced, folder).map((found) => ({ ...found, begun, done }));
  });
}

/** Puts calls together that another thread's broke in two. Ones that failed changed nothing. */
function wholeCalls(log: string, after: number): readonly Traced[] {
  const broken = new Map<string, { readonly begun: number; readonly text: string }>();
  const whole: Traced[] = [];
  for (const [line, text] of log.split('\n').entries()) {
    const place = after + line + 1;
    const [, thread = '', rest = ''] = /^(\d+) +(.*)$/.exec(text) ?? [];
    const resumed = /^<\.\.\. \w+ resumed>(.*)$/.exec(rest);
    const first = resumed ? broken.get(thread) : undefined;
    const joined = resumed ? `${first?.text ?? ''}${resumed[1] ?? ''}` : rest;
    const begun = first?.begun ?? place;
    if (joined.endsWith('<unfinished ...>')) {
      broken.set(thread, { begun, text: joined.slice(0, -'<unfinished ...>'.length) });
      continue;
    }
    const [, name = '', given = '', answer = '-1'] = /^(\w+)\((.*)\) += (\S+)/.exec(joined) ?? [];
    if (name !== '' && !answer.startsWith('-'))
      whole.push({ begun, done: place, name, given, answer });
  }
  return whole;
}

function callOf({ name, given, answer }: Traced, folder: string): readonly Found[] {
  const isIn = (path: string | undefined): path is string => path?.startsWith(folder) ?? false;
  const [fd = -1, of = ''] = descriptor(given);
  const [path, to] = pathsIn(given);
  switch (name) {
    case 'openat':
    case 'open':
    case 'creat':
      return isIn(path) ? opened(path, given, Number.parseInt(answer, 10)) : [];
    case 'write':
    case 'pwrite64':
    case 'writev':
      if (fd === 1 && !isIn(of)) return [{ call: 'said', text: bytesIn(given).toString() }];
      return isIn(of)
        ? [{ call: 'write', path: of, fd, ...written(name, given, Number(answer)) }]
        : [];
    case 'fsync':
    case 'fdatasync':
      return isIn(of) ? [{ call: 'sync', path: of }] : [];
    case 'rename':
    case 'renameat':
    case 'renameat2':
      return isIn(path) && isIn(to) ? [{ call: 'rename', path, to }] : [];
    case 'unlink':
    case 'unlinkat':
    case 'rmdir':
      return isIn(path) ? [{ call: 'remove', path }] : [];
    case 'mkdir':
    case 'mkdirat':
      return isIn(path) ? [{ call: 'make-folder', path }] : [];
    case 'close':
      return [];
    default:
      if (isIn(of) || isIn(path)) throw new Error(`not foreseen: ${name}(${given.slice(0, 500)}`);
      return [];
  }
}

function opened(path: string, given: string, fd: number): readonly Found[] {
  const append = given.includes('O_APPEND');
  const empties = given.includes('O_TRUNC');
  return [{ call: 'open', path, fd, append, empties, makes: given.includes('O_CREAT') }];
}

function written(name: string, given: string, count: number) {
  const at = name === 'pwrite64' ? Number(/, (\d+)$/.exec(given)?.[1]) : null;
  return { bytes: bytesIn(given).subarray(0, count), at };
}

/** `23</path>` at the front. */
function descriptor(given: string): readonly [fd?: number, path?: string] {
  const found = /^(\d+)<([^>]*)>/.exec(given);
  return found ? [Number(found[1]), decoded(found[2]).toString()] : [];
}

const quoted = /(?:(?:AT_FDCWD|\d+)<([^>]*)>, )?"([^"]*)"/g;

/** Paths among what was given, each after the folder it is relative to. */
function pathsIn(given: string): readonly string[] {
  return [...given.matchAll(quoted)].map(([, base, path]) => {
    const text = decoded(path).toString();
    return text.startsWith('/') ? text : join(decoded(base).toString(), text);
  });
}

function bytesIn(given: string): Buffer {
  const parts = [...given.matchAll(/"([^"]*)"(\.\.\.)?/g)];
  if (parts.some(([, , cut]) => cut !== undefined))
    throw new Error('a write is cut short in the log');
  return Buffer.concat(parts.map(([, hex]) => decoded(hex)));
}

function decoded(hex: string | undefined): Buffer {
  return Buffer.from((hex ?? '').replaceAll('\\x', ''), 'hex');
}
