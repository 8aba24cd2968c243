import type { LearnerAccount } from '../../shared/contracts/documents/directory.ts';
import type { ThereRow } from '../../shared/contracts/ipc/viewing-views.ts';
import type { LearnerId } from '../../shared/ids.ts';
import { fieldHeadings } from '../learner-import/columns.ts';
import type { FileRow } from '../learner-import/preview-import.ts';
import { nameForm } from '../name-form.ts';

type Known = Pick<LearnerAccount, 'learner' | 'name' | 'card' | 'disabled'>;

export interface ThereGround {
  /** Those within the reach of who brings the list. */
  readonly learners: readonly Known[];
  /** A name in its normal form: the same for two that look or sound the same. */
  readonly formOf: (name: string) => string;
}

const cardHeadings = ['លេខកាត', 'លេខ​កាត', 'Card', 'Card number'].map(nameForm);
const nameHeadings = [...fieldHeadings.name, ...fieldHeadings.latin].map(nameForm);
/** Above the headings may stand whose list it is, as in lists of learners ([IMP2]). */
const mostAbove = 9;

/** Whom a list of who was there names, row by row ([GRP3]); null where no column is of names or card numbers. */
export function matchThere(table: readonly FileRow[], ground: ThereGround): ThereRow[] | null {
  const at = table.slice(0, mostAbove + 1).findIndex(({ cells }) => placesOf(cells).any);
  const head = table[at];
  if (head === undefined) return null;
  const { names, cards } = placesOf(head.cells);
  const finder = new Finder(ground);
  const seen = new Set<LearnerId>();
  return table.slice(at + 1).map(({ number, cells }): ThereRow => {
    const said = (places: readonly number[]) =>
      places.map((place) => cells[place]?.trim() ?? '').filter((text) => text !== '');
    const [name, card] = [said(names), said(cards)];
    const row = { number, shown: [...name, ...card].join(' · ') };
    if (row.shown === '') return { ...row, outcome: 'missing' };
    const [only, more] = finder.find(name, card);
    if (only === undefined) return { ...row, outcome: 'unknown' };
    if (more !== undefined) return { ...row, outcome: 'several' };
    if (only.disabled) return { ...row, outcome: 'closed' };
    if (seen.has(only.learner)) return { ...row, outcome: 'again' };
    seen.add(only.learner);
    return { ...row, outcome: 'found', learner: only.learner };
  });
}

function placesOf(headings: readonly string[]) {
  const forms = headings.map(nameForm);
  const of = (known: readonly string[]) =>
    forms.flatMap((form, place) => (form !== '' && known.includes(form) ? place : []));
  const [names, cards] = [of(nameHeadings), of(cardHeadings)];
  return { names, cards, any: names.length + cards.length > 0 };
}

class Finder {
  readonly #formOf: ThereGround['formOf'];
  readonly #byName = new Map<string, Set<Known>>();
  readonly #byCard = new Map<string, Known>();

  constructor({ learners, formOf }: ThereGround) {
    this.#formOf = formOf;
    for (const learner of learners) {
      const { name, card } = learner;
      for (const each of [name.km, name.en ?? '']) {
        const form = formOf(each);
        if (form === '') continue;
        this.#byName.set(form, (this.#byName.get(form) ?? new Set()).add(learner));
      }
      if (card !== null) this.#byCard.set(nameForm(String(card)), learner);
    }
  }

  /** Those who have this card, and else all these names; a card and a name of two people are nobody's. */
  find(names: readonly string[], cards: readonly string[]): readonly Known[] {
    const named = names.map((name) => this.#byName.get(this.#formOf(name)) ?? new Set<Known>());
    const carded = cards.map((card) => {
      const holder = this.#byCard.get(nameForm(card));
      return new Set(holder === undefined ? [] : [holder]);
    });
    const [first = new Set<Known>(), ...others] = [...carded, ...named];
    return [...first].filter((each) => others.every((other) => other.has(each)));
  }
}
