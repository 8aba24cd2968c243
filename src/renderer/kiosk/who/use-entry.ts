import { useRef, useState } from 'react';
import type { HandoverResult, SittingStart } from '../../../shared/contracts/ipc/views.ts';
import { afterTry, isWhole, startEntry, undoLast, waitLeft } from './code-entry.ts';
import type { CodeEntry } from './code-entry.ts';
import { useNow } from './use-now.ts';

interface Entering<Sign extends string> {
  /** How many signs are whole. */
  readonly length: number;
  add(entry: CodeEntry<Sign>, sign: Sign): CodeEntry<Sign>;
  /** Undefined where it could not be asked. */
  send(signs: readonly Sign[]): Promise<SittingStart | HandoverResult | undefined>;
}

/** Sends what is touched as soon as it is whole, and begins anew if it doesn't fit. */
export function useEntry<Sign extends string>({ length, add, send }: Entering<Sign>) {
  const [entry, setEntry] = useState<CodeEntry<Sign>>(startEntry);
  const sending = useRef(false);
  const nowMs = useNow(entry.waitUntilMs !== null);
  const leftMs = waitLeft(entry, nowMs);
  const busy = isWhole(entry, length);
  const touch = async (sign: Sign) => {
    const next = add(entry, sign);
    setEntry(next);
    if (!isWhole(next, length) || sending.current) return;
    sending.current = true;
    const result = await send(next.touched);
    sending.current = false;
    const endedMs = performance.now();
    setEntry((now) =>
      result === undefined ? { ...now, touched: [] } : afterTry(now, result, endedMs),
    );
  };
  return {
    entry,
    busy,
    leftMs,
    closed: busy || leftMs > 0,
    touch: (sign: Sign) => void touch(sign),
    undo: () => setEntry(undoLast),
  };
}
