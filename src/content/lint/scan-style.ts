import { tellLint } from '../words/tell.ts';
import type { Found } from './finding.ts';

/** An address that leads out of the pack. */
export const isExternal = (address: string) => /^\s*(?:https?:|wss?:|ftp:)?\/\//i.test(address);

const uses = /@import\s+(?:url\()?\s*["']?([^"')\s;]+)|url\(\s*["']?([^"')]+)/gi;

/** What a style sheet asks the network for. `firstLine` is where it begins in its file. */
export function scanStyle(css: string, firstLine = 1): readonly Found[] {
  return [...css.matchAll(uses)].flatMap((match): Found[] => {
    const address = match[1] ?? match[2] ?? '';
    if (!isExternal(address)) return [];
    const text = tellLint('address.asked', { address: shortened(address) });
    const line = lineAt(css, match.index) + firstLine - 1;
    return [{ rule: 'external-url', weight: 'breaks', line, text }];
  });
}

export const shortened = (address: string) =>
  address.length > 120 ? `${address.slice(0, 120)}…` : address;

/** From 1. */
export const lineAt = (text: string, index: number) => text.slice(0, index).split('\n').length;
