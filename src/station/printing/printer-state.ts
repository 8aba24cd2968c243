import type { PrinterState, PrinterTrouble } from '../../shared/contracts/printer.ts';

/** Words of IPP's `printer-state-reasons` (RFC 8011, PWG 5100.9), the first that holds counts. */
const troubles: readonly (readonly [PrinterTrouble, RegExp])[] = [
  ['away', /^(offline|connecting-to-device|timed-out|shutdown|hold-new-jobs)\b/],
  ['jam', /^(media-jam|fuser-over-temp|output-tray-missing)\b/],
  ['door', /^(cover-open|door-open|interlock-open|input-tray-missing)\b/],
  ['paper', /^(media-empty|media-needed)\b/],
  ['ink', /^(toner-empty|marker-supply-empty|developer-empty)\b/],
];
const [processing, stopped] = [4, 5];

/**
 * How a printer stands, in one word.
 * @param state IPP's `printer-state`; @param reasons its `printer-state-reasons`. What is only low is no trouble.
 */
export function printerState(state: number, reasons: readonly string[]): PrinterState {
  const found = troubles.find(([, words]) => reasons.some((reason) => words.test(reason)));
  if (found !== undefined) return found[0];
  if (state === stopped) return 'stopped';
  return state === processing ? 'printing' : 'ready';
}

/** What has to be seen to before it prints; null where it prints. */
export const troubleOf = (state: PrinterState): PrinterTrouble | null =>
  state === 'ready' || state === 'printing' ? null : state;
