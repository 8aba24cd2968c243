import type { Language } from '../../../../shared/ids.ts';
import { helpPages, isHelpPageId } from './all-pages.ts';
import type { HelpPageId } from './all-pages.ts';
import type { Block, PageSection, Written } from './page.ts';
import { supervisorCatalogues } from '../supervisor/all.ts';

/** What a sentence of a page is made of. */
export type WrittenPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'button'; readonly text: string }
  | { readonly kind: 'page'; readonly text: string; readonly page: HelpPageId };

const references = /\{(button|page):([A-Za-z0-9./-]+)\}/g;

/**
 * A sentence with what it refers to filled in, as its buttons and pages are called in this language
 * ([HPG2]). What is not there any more stays as it is written, which a test does not let by.
 */
export function writtenParts(written: Written, language: Language): readonly WrittenPart[] {
  const text = written[language];
  const parts: WrittenPart[] = [];
  let from = 0;
  for (const found of text.matchAll(references)) {
    parts.push({ kind: 'text', text: text.slice(from, found.index) });
    parts.push(referred(found[0], found[1] ?? '', found[2] ?? '', language));
    from = found.index + found[0].length;
  }
  parts.push({ kind: 'text', text: text.slice(from) });
  return parts.filter((part) => part.text !== '');
}

function referred(whole: string, kind: string, name: string, language: Language): WrittenPart {
  if (kind === 'page' && isHelpPageId(name)) {
    return { kind: 'page', text: helpPages[name].title[language], page: name };
  }
  const words = kind === 'button' ? buttonWords(name, language) : null;
  return words === null ? { kind: 'text', text: whole } : { kind: 'button', text: words };
}

/** @param name catalogue and key, as `seat-acts/lock`; null where there is no such text */
function buttonWords(name: string, language: Language): string | null {
  const [catalogue = '', key = ''] = name.split('/');
  return supervisorCatalogues[`supervisor.${catalogue}`]?.[key]?.[language] ?? null;
}

/** The same as one would read it out, buttons and pages in quotes. */
export function plainText(written: Written, language: Language): string {
  const [open, close] = language === 'km' ? ['«', '»'] : ['“', '”'];
  return writtenParts(written, language)
    .map(({ kind, text }) => (kind === 'text' ? text : `${open}${text}${close}`))
    .join('');
}

/** All that a section says, its heading first. */
export function sentencesOf({ head, blocks }: PageSection): readonly Written[] {
  return [head, ...blocks.flatMap(sentencesIn)];
}

function sentencesIn(block: Block): readonly Written[] {
  switch (block.kind) {
    case 'say':
      return [block.text];
    case 'steps':
      return block.steps;
    case 'list':
      return block.items;
    case 'signs':
      return block.signs.map(({ means }) => means);
    case 'sheet':
      return [block.caption];
  }
}
