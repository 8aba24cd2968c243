import { formatNumber } from '../../shared/khmer/numbers.ts';
import type { Language } from '../../shared/ids.ts';

const mega = 1_000_000;
const giga = 1_000_000_000;

/** An amount of bytes as people read it: 0.4 MB, 38 MB, 1.2 GB. @param bytes ≥ 0 */
export function sayBytes(bytes: number, language: Language): string {
  const [unit, name] = bytes >= giga ? [giga, 'GB'] : [mega, 'MB'];
  const amount = bytes / unit;
  return `${formatNumber(amount, language, { maxDecimals: amount < 10 ? 1 : 0 })}\u00a0${name}`;
}
