import { mostWrongLetters } from '../../shared/contracts/documents/state.ts';
import type { Response } from '../../shared/contracts/lesson.ts';
import { clustersOf } from '../../shared/khmer/clusters.ts';

type Pairs = readonly (readonly [string, string])[];

/** Of a typed answer so many written units are kept: more is no word anybody was asked for. */
const mostUnits = 30;

/**
 * A wrong answer as it is kept and counted ([RPT3]): ids of what was chosen, put in an order that doesn't
 * depend on which was chosen first, or what was typed. Null for what can't be counted: lines that were
 * drawn, drills, and answers that hold nothing or too much.
 */
export function wrongAnswer(response: Response): string | null {
  const answer = written(response);
  return answer === '' || answer === null || answer.length > mostWrongLetters ? null : answer;
}

function written(response: Response): string | null {
  switch (response.type) {
    case 'choice':
      return response.chosen.toSorted().join(' ');
    case 'hotspot':
      return response.touched.toSorted().join(' ');
    case 'order':
      return response.order.join(' ');
    case 'match':
    case 'gapMatch':
      return pairsOf(response.pairs);
    case 'associate':
      return pairsOf(
        response.pairs.map(([one, other]) => (one < other ? [one, other] : [other, one])),
      );
    case 'inlineChoice':
      return pairsOf(response.chosen);
    case 'textEntry':
    case 'dictation':
      return typed(response.text);
    case 'numberLine':
      return String(Number(response.value.toFixed(6)));
    case 'trace':
    case 'keyDrill':
    case 'mouseDrill':
    case 'present':
    case 'readAloud':
      return null;
  }
}

const pairsOf = (pairs: Pairs): string =>
  pairs
    .map((pair) => pair.join('='))
    .toSorted()
    .join(' ');

/** Without what nobody sees at its ends, and in one form. */
function typed(text: string): string {
  const seen = text.normalize('NFC').replaceAll(/\p{Cf}/gu, '');
  const plain = seen.replaceAll(/[\s\p{C}]+/gu, ' ').trim();
  return clustersOf(plain).slice(0, mostUnits).join('');
}
