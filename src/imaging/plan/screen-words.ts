import type { Language } from '../../shared/ids.ts';

/** The same said in every language of a screen. */
export type Text = Readonly<Record<Language, string>>;

/** A title, and sentences beneath; each a line, as nothing breaks lines there. */
export interface ScreenWords {
  readonly title: Text;
  readonly lines: readonly Text[];
  /** Something is wrong, and a person has to do something. */
  readonly isTrouble: boolean;
}

export const text = (km: string, en: string): Text => ({ km, en });
export const screen = (title: Text, ...lines: readonly Text[]): ScreenWords => ({
  title,
  lines,
  isTrouble: false,
});
export const trouble = (title: Text, ...lines: readonly Text[]): ScreenWords => ({
  title,
  lines,
  isTrouble: true,
});
export const goOn = text('ចុច Enter ដើម្បីបន្ត។', 'Press Enter to go on.');

/** The same in English alone, where a screen can show no picture. */
export const screenText = ({ title, lines }: ScreenWords): string =>
  ['', `  ${title.en}`, '', ...lines.map((line) => `  ${line.en}`), ''].join('\n');
