import { useEffect } from 'react';
import type { Reader } from './reader.ts';

type Deed = 'next' | 'previous' | 'first' | 'last' | 'larger' | 'smaller' | 'close';

/** What a key does in a book whose pages go from left to right. */
const deeds = new Map<string, Deed>(
  Object.entries({
    ArrowRight: 'next',
    ArrowLeft: 'previous',
    PageDown: 'next',
    PageUp: 'previous',
    Home: 'first',
    End: 'last',
    '+': 'larger',
    '-': 'smaller',
    Escape: 'close',
  } as const),
);
const mirrored = new Map<string, Deed>([
  ['ArrowRight', 'previous'],
  ['ArrowLeft', 'next'],
]);

/** The deed of a key; null where it is for something else. */
export function deedOf(key: string, rightToLeft: boolean): Deed | null {
  return (rightToLeft ? mirrored.get(key) : undefined) ?? deeds.get(key) ?? null;
}

/** Turns pages by the keyboard, while no panel lies over them. */
export function useReadingKeys(reader: Reader, active: boolean): void {
  useEffect(() => {
    if (!active) return undefined;
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey) return;
      const deed = deedOf(event.key, reader.state.rightToLeft);
      if (deed === null) return;
      event.preventDefault();
      act(reader, deed);
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [reader, active]);
}

function act(reader: Reader, deed: Deed): void {
  const { size } = reader.state;
  switch (deed) {
    case 'next':
      return reader.next();
    case 'previous':
      return reader.previous();
    case 'first':
      return reader.first();
    case 'last':
      return reader.last();
    case 'larger':
      return reader.resize(size + 1);
    case 'smaller':
      return reader.resize(size - 1);
    case 'close':
      return reader.closeNote();
  }
}
