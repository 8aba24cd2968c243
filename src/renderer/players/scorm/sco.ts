import type { LaunchableItem } from '../../../domain/scorm/scorm-package.ts';
import type { ItemState } from './course-state.ts';

/** Who the content is told that it plays for: no name and no number of anybody ([PCE10]). */
export interface ToldLearner {
  readonly id: string;
  readonly name: string;
}

/** Where content wants to go when it ends. */
export type Request =
  | { readonly to: 'next' | 'back' }
  /** Nowhere; in 2004, how it is to end: this item, or all of them. */
  | { readonly to: 'rest'; readonly how?: Ending }
  /** A choice with its target; a jump asks nobody whether it may. */
  | { readonly to: 'choice'; readonly id: string; readonly jumps?: boolean };

export const endings = ['exit', 'exitAll', 'abandon', 'abandonAll', 'suspendAll'] as const;
export type Ending = (typeof endings)[number];

/** The names content looks for: 1.2's and 2004's. */
export const apiNames = ['API', 'API_1484_11'] as const;

/** What content may call, by its names; texts in, texts out. */
export type ScoApi = Readonly<Record<string, (...said: readonly unknown[]) => string>>;

export interface ScoEvents {
  /** Something was set, or is to be kept. */
  changed(): void;
  /** The content ended by itself, or was ended. */
  ended(request: Request): void;
}

/** One item of a package while it is open. */
export interface Sco {
  readonly item: LaunchableItem;
  readonly name: (typeof apiNames)[number];
  readonly api: ScoApi;
  /** As it stands now. */
  state(): ItemState;
  /** Its frame is gone: ends it where the content did not. */
  close(): void;
}

/** What content hands over as a text; it may hand over anything. */
export function textOfSaid(said: unknown): string {
  if (typeof said === 'string') return said;
  return typeof said === 'number' || typeof said === 'boolean' ? String(said) : '';
}
