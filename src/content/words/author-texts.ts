import { ruleTexts } from '../../shared/words/rule-texts.ts';
import type { SentenceText, SentenceTexts } from '../../shared/words/sentence.ts';
import { drawingTexts } from './drawing-texts.ts';
import { lintTexts } from './lint-texts.ts';
import { partsTexts } from './parts-texts.ts';
import { shapeTexts } from './shape-texts.ts';
import { sourceTexts } from './source-texts.ts';
import { textTexts } from './text-texts.ts';

const catalogues: Readonly<Record<string, SentenceTexts>> = {
  'author.rule': ruleTexts,
  'author.shape': shapeTexts,
  'author.text': textTexts,
  'author.source': sourceTexts,
  'author.parts': partsTexts,
  'author.lint': lintTexts,
  'author.drawing': drawingTexts,
};

/** Every sentence an author may be told, for `npm run strings` and its checks. */
export function authorTexts(): (SentenceText & { readonly key: string })[] {
  return Object.entries(catalogues).flatMap(([catalogue, texts]) =>
    Object.entries(texts).map(([key, text]) => ({ ...text, key: `${catalogue}.${key}` })),
  );
}
