import { describe, expect, it } from 'vitest';
import { learnerIdSchema } from '../../shared/ids.ts';
import { nameForm } from '../name-form.ts';
import { matchThere } from './match-there.ts';

const known = (letter: string, km: string, en: string, over = {}) => ({
  learner: learnerIdSchema.parse(`ln-${letter.repeat(12)}`),
  name: { km, en },
  card: null,
  disabled: false,
  ...over,
});
const sok = known('a', 'សុខ ដារ៉ា', 'Sok Dara', { card: '100001' });
const twin = known('b', 'ចាន់ ធី', 'Chan Thy', { card: '100002' });
const otherTwin = known('c', 'ចាន់ ធី', 'Chan Thy', { card: '100003' });
const gone = known('d', 'ម៉ៅ', 'Mao', { disabled: true });
const ground = { learners: [sok, twin, otherTwin, gone], formOf: nameForm };
const rows = (...lines: readonly (readonly string[])[]) =>
  lines.map((cells, index) => ({ number: index + 1, cells }));
const outcomes = (...lines: readonly (readonly string[])[]) =>
  matchThere(rows(...lines), ground)?.map(({ number, outcome }) => [number, outcome]);

describe('[GRP3] a list of who was there', () => {
  it('finds people by name in either script, or by card, whatever spaces and digits', () => {
    const list = rows(
      ['បញ្ជីវត្តមាន'],
      ['No', 'Name', 'លេខកាត'],
      ['1', 'sok dara', ''],
      ['2', '', '១០០០០២'],
    );
    expect(matchThere(list, ground)).toEqual([
      { number: 3, outcome: 'found', shown: 'sok dara', learner: sok.learner },
      { number: 4, outcome: 'found', shown: '១០០០០២', learner: twin.learner },
    ]);
  });

  it('tells each row that names nobody, several, somebody again, or a closed account, by its number', () => {
    expect(
      outcomes(['Name'], ['Nobody'], ['Chan Thy'], ['Sok Dara'], ['សុខដារ៉ា'], ['Mao'], [' ']),
    ).toEqual([
      [2, 'unknown'],
      [3, 'several'],
      [4, 'found'],
      [5, 'again'],
      [6, 'closed'],
      [7, 'missing'],
    ]);
  });

  it('takes a card and a name that are two people’s for nobody’s', () => {
    expect(outcomes(['Name', 'Card'], ['Chan Thy', '100003'], ['Sok Dara', '100003'])).toEqual([
      [2, 'found'],
      [3, 'unknown'],
    ]);
  });

  it('is none where no column is headed by names or cards', () => {
    expect(matchThere(rows(['Group'], ['Sok Dara']), ground)).toBeNull();
    expect(matchThere([], ground)).toBeNull();
  });
});
