import type { Action } from '../../../../domain/permissions.ts';
import type { Language } from '../../../../shared/ids.ts';

/**
 * A help page, in both languages at once: each heading, sentence and step stands in Khmer and in English
 * beside each other, so that neither can have what the other lacks ([HPG2]).
 */

/**
 * `{button:seat-acts/lock}` stands for what that text of `supervisor.seat-acts` says, so that a page names
 * a button as the button names itself; `{page:lock}` for another page's title, and the way to it.
 */
export type Written = Readonly<Record<Language, string>>;

/** Signs that a page shows as the window draws them. */
export type PageSign =
  | `seat.${'help' | 'stuck' | 'idle' | 'working' | 'home' | 'free' | 'lost' | 'unknown'}`
  | `lamp.${'saved' | 'waiting' | 'together' | 'away'}`
  | `touch.${'in-touch' | 'lost' | 'never' | 'unknown'}`
  | 'locked'
  | 'resting'
  | 'computer';

export type Block =
  | { readonly kind: 'say'; readonly text: Written }
  | { readonly kind: 'steps'; readonly steps: readonly Written[] }
  | { readonly kind: 'list'; readonly items: readonly Written[] }
  | {
      readonly kind: 'signs';
      readonly signs: readonly { readonly sign: PageSign; readonly means: Written }[];
    }
  /** A sheet of opening codes, drawn. */
  | { readonly kind: 'sheet'; readonly caption: Written };

export interface PageSection {
  readonly head: Written;
  readonly blocks: readonly Block[];
}

export const chapters = ['places', 'seats', 'signs', 'trouble', 'privacy'] as const;
export type Chapter = (typeof chapters)[number];

export interface PageContent {
  readonly chapter: Chapter;
  readonly title: Written;
  /** What it is about: its pages come first to who may do that. Left out where it is everybody's. */
  readonly action?: Action;
  readonly sections: readonly PageSection[];
}

/** One paragraph. */
export const say = (km: string, en: string): Block => ({ kind: 'say', text: { km, en } });

/** Steps to be done one after another, each in Khmer and in English. */
export const steps = (...each: readonly (readonly [km: string, en: string])[]): Block => ({
  kind: 'steps',
  steps: each.map(([km, en]) => ({ km, en })),
});

/** Things in no order. */
export const list = (...each: readonly (readonly [km: string, en: string])[]): Block => ({
  kind: 'list',
  items: each.map(([km, en]) => ({ km, en })),
});

/** Signs, and what each means. */
export const signs = (
  ...each: readonly (readonly [sign: PageSign, km: string, en: string])[]
): Block => ({
  kind: 'signs',
  signs: each.map(([sign, km, en]) => ({ sign, means: { km, en } })),
});

/** A part of a page under its own heading. */
export const part = (km: string, en: string, ...blocks: readonly Block[]): PageSection => ({
  head: { km, en },
  blocks,
});
