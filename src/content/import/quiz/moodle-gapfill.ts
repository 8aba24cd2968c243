import type { GapAsked, QuestionBody } from '../native/question.ts';
import { childOf, childrenOf, wordsOf } from '../text/xml-tree.ts';
import type { XmlElement } from '../text/xml-tree.ts';
import { gapsBody } from './moodle-cloze.ts';

/** The type `gapfill`, a plug-in of many sites: `The [cat] sat`, with words to drag, to choose or to type. */
export function gapfillBody(question: XmlElement, text: string): QuestionBody {
  const [open = '[', close = ']'] = textIn(question, 'delimitchars');
  const gap = new RegExp(`${escaped(open)}([^${escaped(close)}\\n]+)${escaped(close)}`, 'g');
  const written = [...text.matchAll(gap)].map(([, word = '']) => word.trim());
  let count = 0;
  const marked = text.replaceAll(gap, () => `{gap-${(count += 1)}}`);
  const typed = !/^(?:dragdrop|dropdown)$/.test(textIn(question, 'answerdisplay'));
  const wrong = childrenOf(question, 'answer')
    .filter(({ attributes }) => Number(attributes['fraction'] ?? 0) <= 0)
    .map((answer) => textIn(answer, 'text'));
  const options = [...new Set([...written, ...wrong])].filter((word) => word !== '');
  return gapsBody(
    marked,
    written.map((word): GapAsked =>
      typed
        ? { type: 'text', accept: word.split('|') }
        : { type: 'choice', options, right: options.indexOf(word) },
    ),
  );
}

const textIn = (element: XmlElement, name: string) => wordsOf(childOf(element, name)).trim();

const escaped = (sign: string) => `\\${sign}`;
