import type { Importer } from '../importer.ts';
import { makeLessons } from '../native/make-lesson.ts';
import { isText, readText } from '../text/read-text.ts';
import { giftQuestions } from './gift-questions.ts';

const largest = 16 * 1024 * 1024;

/** Questions in GIFT, Moodle's plain text for them. */
export const giftImporter: Importer = {
  kind: 'gift',
  recognise: async (file) => {
    if (!isText(file) || file.size > largest) return false;
    const { text } = await readText(file, largest);
    return /\.gift$/i.test(file.name) || looksLikeGift(file.name, text);
  },
  read: async (file) => {
    const { text, notes } = await readText(file, largest);
    return makeLessons(giftQuestions(text), { title: null, notes });
  },
};

/** An answer in braces as only GIFT writes it. */
const answer = /(?<!\\)\{\s*(?:[=~#]|T\s*[}#]|F\s*[}#]|TRUE\b|FALSE\b|\})/i;

/** A text with an answer in braces, and neither code nor markup. */
const looksLikeGift = (name: string, text: string) =>
  answer.test(text) && !code.test(name) && !/^\s*(?:<|\{|\[|@|\/\*|#\s)/.test(text);

const code = /\.(?:m?[jt]sx?|css|json|md|markdown|html?|tex|py|java|c|h|svg|xml)$/i;
