import { recordingParts } from '../../shared/contracts/recording-copy.ts';
import type { RecordingName } from '../../shared/contracts/recording-copy.ts';

/** As many of one learner's are kept; the oldest goes when another comes ([RAL3]). */
export const mostOfLearner = 12;

/**
 * Which of one learner's recordings are kept, at a station as at the hub: of each text the last, and of
 * those the latest twelve. A function of the set, so that it doesn't matter who brings what, and when.
 * @returns oldest first; the order of names is that of their counters, then of their ids
 */
export function keptRecordings(names: Iterable<RecordingName>): readonly RecordingName[] {
  const last = new Map<string, RecordingName>();
  for (const name of [...names].toSorted()) last.set(recordingParts(name).place, name);
  return [...last.values()].toSorted().slice(-mostOfLearner);
}

/** The last of one text; null where there is none. */
export function lastOfPlace(names: Iterable<RecordingName>, place: string): RecordingName | null {
  const ofPlace = [...names].filter((name) => recordingParts(name).place === place);
  return ofPlace.toSorted().at(-1) ?? null;
}
