/**
 * Prerequisites of SCORM 1.2, in AICC's words: ids of items, `&`, `|`, `~`, brackets, `id="status"`,
 * `id<>"status"` and `2*{A,B,C}` (so many of them). What can't be read keeps nobody out.
 *
 * @param statusOf of an item by its id; null where there is none
 */
export function isOpen(script: string | null, statusOf: (id: string) => string | null): boolean {
  if (script === null) return true;
  const tokens = (script.match(tokenShape) ?? []).map(
    (token) => signs[token.toLowerCase()] ?? token,
  );
  const reader = new ScriptReader(tokens, statusOf);
  const open = reader.either();
  return !reader.done || open;
}

const tokenShape = /"[^"]*"|<>|[&|~(){}*,=]|[^\s&|~(){}*,=<>"]+/g;
/** Words some write for signs. */
const signs: Readonly<Record<string, string>> = { and: '&', or: '|', not: '~' };
/** Short forms that AICC's writers use. */
const shortForms: Readonly<Record<string, string>> = {
  p: 'passed',
  c: 'completed',
  f: 'failed',
  i: 'incomplete',
  b: 'browsed',
  n: 'not attempted',
};

class ScriptReader {
  readonly #tokens: readonly string[];
  readonly #statusOf: (id: string) => string | null;
  #at = 0;

  constructor(tokens: readonly string[], statusOf: (id: string) => string | null) {
    this.#tokens = tokens;
    this.#statusOf = statusOf;
  }

  get done(): boolean {
    return this.#at === this.#tokens.length;
  }

  either(): boolean {
    let open = this.#all();
    while (this.#take('|')) open = this.#all() || open;
    return open;
  }

  #all(): boolean {
    let open = this.#one();
    while (this.#take('&')) open = this.#one() && open;
    return open;
  }

  #one(): boolean {
    if (this.#take('~')) return !this.#one();
    if (this.#take('(')) {
      const open = this.either();
      this.#take(')');
      return open;
    }
    const word = this.#next();
    if (/^\d+$/.test(word) && this.#take('*')) return this.#soMany(Number(word));
    if (this.#take('=')) return this.#hasStatus(word);
    if (this.#take('<>')) return !this.#hasStatus(word);
    return this.#isDone(word);
  }

  #soMany(least: number): boolean {
    let count = 0;
    this.#take('{');
    while (!this.done && !this.#take('}')) {
      if (this.either()) count += 1;
      this.#take(',');
    }
    return count >= least;
  }

  #hasStatus(id: string): boolean {
    const said = this.#next().replaceAll('"', '').toLowerCase();
    return (this.#statusOf(unquoted(id)) ?? 'not attempted') === (shortForms[said] ?? said);
  }

  #isDone(id: string): boolean {
    const status = this.#statusOf(unquoted(id));
    return status === 'passed' || status === 'completed';
  }

  #next(): string {
    const token = this.#tokens[this.#at] ?? '';
    this.#at += 1;
    return token;
  }

  #take(token: string): boolean {
    if (this.#tokens[this.#at] !== token) return false;
    this.#at += 1;
    return true;
  }
}

const unquoted = (id: string) => id.replaceAll('"', '');
