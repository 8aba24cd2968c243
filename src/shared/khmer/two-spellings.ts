/**
 * Signs with which the same Khmer words are spelt in two ways, as older and newer dictionaries and
 * keyboards have them ([KHM12]): ឲ្យ and ឱ្យ, រំឭក and រំលឹក. Beside each the one that we write.
 */
const spelt: readonly (readonly [other: string, ours: string])[] = [
  ['\u17b2', '\u17b1'],
  ['\u17ad', '\u179b\u17b9'],
];

/** The text as we spell it. Never shown where somebody else wrote it: only compared. */
export function inOneSpelling(text: string): string {
  return spelt.reduce((written, [other, ours]) => written.replaceAll(other, ours), text);
}

/** Our spelling of a text, then the others it may have, where what is looked in was not brought to one. */
export function spellingsOf(text: string): readonly string[] {
  const ways = spelt.reduce(
    (all, [other, ours]) => all.flatMap((each) => [each, each.replaceAll(ours, other)]),
    [inOneSpelling(text)],
  );
  return [...new Set(ways)];
}
