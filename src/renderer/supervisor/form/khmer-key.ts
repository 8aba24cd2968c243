import { khmerSign } from '../../ui/keyboard/nida.ts';

/** What of a key press decides what is typed. */
export interface DeskPress {
  readonly key: string;
  readonly code: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

/**
 * The Khmer sign a key of the desk types by its place ([KHM5]); null where the browser does it: keys
 * that type nothing, commands, and what a Khmer layout or an input method of the PC wrote already.
 */
export function khmerKey({
  key,
  code,
  shiftKey,
  ctrlKey,
  metaKey,
  altKey,
}: DeskPress): string | null {
  // Windows tells the right Alt key as Ctrl and Alt together.
  if (metaKey || (ctrlKey && !altKey)) return null;
  return /^[\x20-\x7e]$/.test(key) ? khmerSign({ code, shiftKey, alternate: altKey }) : null;
}
