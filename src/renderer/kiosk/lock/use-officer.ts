import { useCallback, useEffect, useRef, useState } from 'react';
import type { DigitPress } from '../who/digit-press.ts';
import type { OfficerKeys } from './lock-keys.ts';

/** Presses of the padlock that open the place for a code; the printed sheet says so. */
const pressesToEnter = 5;
/** Presses further apart than this are not meant, ms. */
const pressesWithinMs = 10_000;

/** Whether an officer types a code on the locked screen, and how they come there and back ([OVR1]). */
export function useOfficer() {
  const [entering, setEntering] = useState(false);
  const presses = useRef<readonly number[]>([]);
  const hear = useRef<(press: DigitPress) => void>(() => undefined);
  const leave = useCallback(() => setEntering(false), []);
  const press = useCallback(() => {
    const now = performance.now();
    const close = presses.current.filter((at) => now - at < pressesWithinMs);
    presses.current = [...close, now];
    if (presses.current.length < pressesToEnter) return;
    presses.current = [];
    setEntering(true);
  }, []);
  const listen = useCallback((hearer: (press: DigitPress) => void) => {
    hear.current = hearer;
    return () => {
      hear.current = () => undefined;
    };
  }, []);
  const type = useCallback((pressed: DigitPress) => hear.current(pressed), []);
  const officer = useRef<OfficerKeys>({ entering, press, type, leave });
  useEffect(() => {
    officer.current = { entering, press, type, leave };
  }, [entering, press, type, leave]);
  return { officer, entering, press, listen, leave };
}
