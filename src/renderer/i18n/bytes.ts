import { formatNumber } from '../../shared/khmer/numbers.ts';
import type { Language } from '../../shared/ids.ts';

const kilo = 1000;
const mega = 1_000_000;
const giga = 1_000_000_000;

/** An amount of bytes as people read it: 3 KB, 420 KB, 1.2 MB, 38 MB, 1.2 GB. Never 0 of what is there. @param bytes ≥ 0 */
export function sayBytes(bytes: number, language: Language): string {
  const [unit, name] = unitOf(bytes);
  const amount = unit === kilo ? Math.ceil(bytes / kilo) : bytes / unit;
  return `${formatNumber(amount, language, { maxDecimals: amount < 10 ? 1 : 0 })}\u00a0${name}`;
}

/** What would be rounded up to 1,000 of a unit is one of the next. */
function unitOf(bytes: number): readonly [number, string] {
  if (bytes >= giga - mega / 2) return [giga, 'GB'];
  return bytes > mega - kilo ? [mega, 'MB'] : [kilo, 'KB'];
}
