/** A base with its subscripts, vowels and signs, in whatever order they were typed; else one sign. */
const cluster =
  /[\u1780-\u17b3\u25cc](?:\u17d2[\u1780-\u17b3]?|[\u17b4-\u17d1\u17d3\u17dd\u200b-\u200d])*|./gsu;

/**
 * Cuts a text into what a reader sees as one written unit: a Khmer letter with all that hangs on it,
 * or a single sign of any other script. Joined, they are the text again.
 */
export const clustersOf = (text: string): string[] => text.match(cluster) ?? [];
