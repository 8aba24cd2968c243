/** `1 learner`, `2 learners`; `more` where the plural is not the word with an s. */
export function countOf(count: number, one: string, more = `${one}s`): string {
  return `${count} ${count === 1 ? one : more}`;
}
