import type { Item } from '../../shared/contracts/lesson.ts';
import type { ChoiceOption } from '../../shared/contracts/lesson/item-parts.ts';
import type { Localized } from '../../shared/contracts/phrase.ts';

/**
 * A wrong answer as `domain/training/wrong-answer` keeps it, in words: of pairs those that don't fit.
 * What the item does not have (any more) stands as it was kept.
 */
export function sayWrongAnswer(item: Item, answer: string): Localized {
  switch (item.type) {
    case 'choice':
      return listed(answer, item.options);
    case 'hotspot':
      return listed(
        answer,
        item.areas.map(({ id, name }) => ({ id, label: name })),
      );
    case 'order':
      return listed(answer, item.elements, ' → ');
    case 'match':
      return paired(wrongPairs(answer, item.correct), item.left, item.right);
    case 'associate':
      return paired(wrongPairs(answer, item.correct), item.choices, item.choices);
    case 'gapMatch':
      return joined(
        wrongPairs(answer, item.correct).map(([choice]) => labelOf(item.choices, choice)),
        ' · ',
      );
    case 'inlineChoice':
      return joined(
        wrongPairs(
          answer,
          item.gaps.map(({ id, correct }) => [id, correct]),
        ).map(([gap, option]) =>
          labelOf(item.gaps.find(({ id }) => id === gap)?.options ?? [], option),
        ),
        ' · ',
      );
    case 'textEntry':
    case 'dictation':
    case 'numberLine':
    case 'trace':
    case 'keyDrill':
    case 'mouseDrill':
    case 'present':
    case 'readAloud':
      return { km: answer };
  }
}

type Options = readonly Pick<ChoiceOption, 'id' | 'label' | 'picture'>[];
type Pairs = readonly (readonly [string, string])[];

const listed = (answer: string, options: Options, between = ' + '): Localized =>
  joined(
    answer.split(' ').map((id) => labelOf(options, id)),
    between,
  );

const paired = (pairs: Pairs, left: Options, right: Options): Localized =>
  joined(
    pairs.map(([one, other]) => joined([labelOf(left, one), labelOf(right, other)], ' – ')),
    ' · ',
  );

/** Of pairs those that are no pair of the answer; all of them where none is wrong by itself. */
function wrongPairs(answer: string, correct: Pairs): Pairs {
  const fits = new Set(correct.flatMap(([one, other]) => [`${one}=${other}`, `${other}=${one}`]));
  const all = answer.split(' ');
  const wrong = all.filter((pair) => !fits.has(pair));
  return (wrong.length === 0 ? all : wrong).map((pair): [string, string] => {
    const [one = '', other = ''] = pair.split('=');
    return [one, other];
  });
}

function labelOf(options: Options, id: string): Localized {
  const option = options.find((each) => each.id === id);
  const label = option?.label ?? option?.picture?.alt ?? { km: id === '' ? '–' : id };
  return { km: label.km, ...(label.en === undefined ? {} : { en: label.en }) };
}

/** English where there is any of it. */
function joined(parts: readonly Localized[], between: string): Localized {
  const km = parts.map((part) => part.km).join(between);
  if (parts.every(({ en }) => en === undefined)) return { km };
  return { km, en: parts.map((part) => part.en ?? part.km).join(between) };
}
