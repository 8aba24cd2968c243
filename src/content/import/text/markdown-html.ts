import { marked } from 'marked';

/** Markdown as HTML, of which only the words are kept anyway. */
export const markdownHtml = (text: string): string =>
  marked.parse(text, { async: false, gfm: true });
