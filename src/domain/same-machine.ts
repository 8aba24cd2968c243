/**
 * Whether two sets of traits may be one PC's ([CLO1]): they share a board or a network card, so that a
 * card or a board that was replaced is no alarm; the installed system, which a copied disk brings
 * along, counts only where no hardware could be read. Nothing to compare is no alarm either.
 */
export function maySameMachine(one: readonly string[], other: readonly string[]): boolean {
  const hardware = (traits: readonly string[]) => traits.filter((trait) => !trait.startsWith('o'));
  const [a, b] = [hardware(one), hardware(other)];
  if (a.length > 0 && b.length > 0) return shares(a, b);
  return one.length === 0 || other.length === 0 || shares(one, other) || !bothKnow(one, other);
}

/** Both name their system, so that it can tell them apart. */
function bothKnow(one: readonly string[], other: readonly string[]): boolean {
  return [one, other].every((traits) => traits.some((trait) => trait.startsWith('o')));
}

function shares(one: readonly string[], other: readonly string[]): boolean {
  return one.some((trait) => other.includes(trait));
}
