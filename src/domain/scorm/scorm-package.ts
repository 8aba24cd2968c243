import type { ActivityRules } from './sequencing-rules.ts';

export type ScormEdition = '1.2' | '2004';

/** A package as its `imsmanifest.xml` describes it. */
export interface ScormPackage {
  readonly edition: ScormEdition;
  readonly id: string;
  readonly title: string;
  /** The organization that is shown: its items, in order. */
  readonly items: readonly ScormItem[];
  /** What 2004 says about the whole; nothing in 1.2. */
  readonly rules: ActivityRules;
  /** 2004: rules several activities share, by id. */
  readonly collections: Readonly<Record<string, ActivityRules>>;
  /** Files its resources name, as they are written. */
  readonly files: readonly string[];
}

/** An item: a heading over others, or something to open. */
export interface ScormItem {
  readonly id: string;
  readonly title: string;
  readonly launch: ScormLaunch | null;
  /** Not shown in a table of contents where false; played all the same. */
  readonly visible: boolean;
  readonly children: readonly ScormItem[];
  /** 1.2: what must be done before, in AICC's words. */
  readonly prerequisites: string | null;
  /** 1.2: 0 to 100, from which on it is passed. */
  readonly masteryScore: number | null;
  /** As the content is told them. */
  readonly launchData: string | null;
  readonly maxTimeAllowed: string | null;
  readonly timeLimitAction: string | null;
  readonly rules: ActivityRules;
}

export interface ScormLaunch {
  /** From the manifest's folder on, with query and fragment. */
  readonly href: string;
  /** Whether it talks to the player; other content is done once it was opened. */
  readonly isSco: boolean;
}

/** A manifest read, or everything for which it can't be played. */
export type ReadManifest =
  | { readonly kind: 'read'; readonly package: ScormPackage; readonly guessed: boolean }
  | { readonly kind: 'refused'; readonly problems: readonly string[] };

export type LaunchableItem = ScormItem & { readonly launch: ScormLaunch };

/** Everything that can be opened, in order. */
export function launchableItems(items: readonly ScormItem[]): readonly LaunchableItem[] {
  return items.flatMap((item) => [
    ...(item.launch === null ? [] : [{ ...item, launch: item.launch }]),
    ...launchableItems(item.children),
  ]);
}
