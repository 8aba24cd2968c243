/**
 * What is wrong with a ZIM archive, in a sentence for who mends it. Importers make a refusal of it, the server of
 * packs an error ([ZIM1]).
 */
export class ZimFault extends Error {
  readonly problem: string;
  /** Where: `entry 12`, `cluster 3`; null for the whole file. */
  readonly at: string | null;

  constructor(problem: string, at: string | null = null) {
    super(at === null ? problem : `${at}: ${problem}`);
    this.problem = problem;
    this.at = at;
  }
}
