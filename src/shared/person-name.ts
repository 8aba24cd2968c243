/**
 * A learner's name as it was typed or written: in one normal form, without spaces at its ends and
 * without marks that can't be seen: two names that differ by them look the same.
 */
export function plainName(text: string): string {
  return text.normalize('NFC').replaceAll(unseen, '').replaceAll(/\s+/gu, ' ').trim();
}

/**
 * Whether it is one: Khmer or Latin letters, as on papers: a letter of another script is one that looks
 * like ours. No signs that turn text round, begin a formula or part cells ([IMP2], [PPL1]).
 */
export function isPersonName(name: string): boolean {
  return nameLike.test(name) && /\p{L}/u.test(name);
}

/** Marks where a line may be broken, and the like. */
const unseen = /[\u00ad\u200b\u2060\ufeff]/gu;
/** Also what joins the signs of a cluster, and what stands in names: O’Neil, Anne-Marie, ល. */
const nameLike =
  /^(?!.*\p{Nd})(?![-'’.])[\u200c-\u200d\p{Script=Khmer}\p{Script=Latin}\p{M} '’.()-]+$/u;
