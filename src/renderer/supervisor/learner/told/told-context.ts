import { createContext } from 'react';
import type { Tile } from '../../../../shared/contracts/documents/directory.ts';

/** What the hub tells of a deed once. */
export type Told =
  | { readonly about: 'number'; readonly number: string }
  | { readonly about: 'tile'; readonly tile: Tile };

/**
 * Shows it over the learner's page, whatever becomes of that, until it was seen.
 * @param onSeen by then the page may be gone
 */
export type Tell = (told: Told, onSeen: () => void) => void;

export const ToldContext = createContext<Tell>(() => undefined);
