/** Whether two views say the same but for ages, which go on growing in the window by themselves ([SUP6]). */
export function sameButAges(before: object, after: object): boolean {
  return ageless(before) === ageless(after);
}

const ages: ReadonlySet<string> = new Set(['ageMs', 'takenMs']);

/** That an age is not known is no age. */
const ageless = (view: object) =>
  JSON.stringify(view, (name, value: unknown) => (ages.has(name) && value !== null ? 0 : value));
