import type { Language } from '../ids.ts';

/*
 * Chromium carries no `km` data for numbers (Node does), so nothing here asks Intl ([KHM3]).
 * Grouping and decimal sign as in CLDR 48 for km: 1.234,5.
 */

const khmerZero = 0x17e0;

/** Turns 0–9 into ០–៩ and leaves every other character. */
export function toKhmerDigits(text: string): string {
  return text.replaceAll(/[0-9]/g, (digit) => String.fromCodePoint(khmerZero + Number(digit)));
}

/** Turns ០–៩ into 0–9 and leaves every other character. */
export function fromKhmerDigits(text: string): string {
  return text.replaceAll(/[០-៩]/g, (digit) => String((digit.codePointAt(0) ?? 0) - khmerZero));
}

/** Digits of the language, without grouping: for years, codes and what is typed. */
export function formatDigits(value: number | string, language: Language): string {
  return language === 'km' ? toKhmerDigits(String(value)) : String(value);
}

const signs = {
  km: { group: '.', decimal: ',' },
  en: { group: ',', decimal: '.' },
} as const;

export interface NumberStyle {
  /** Places written at most, without trailing zeros. */
  readonly maxDecimals?: number;
  /** Groups of three from 1.000 on; lessons for beginners write as banknotes do, without. */
  readonly grouped?: boolean;
}

/** A number as the language writes it. @param value finite */
export function formatNumber(value: number, language: Language, style: NumberStyle = {}): string {
  const { maxDecimals = 2, grouped = true } = style;
  const { group, decimal } = signs[language];
  const scale = 10 ** maxDecimals;
  const [whole = '0', places] = String(Math.round(Math.abs(value) * scale) / scale).split('.');
  const written = grouped ? whole.replaceAll(/\B(?=(\d{3})+(?!\d))/g, group) : whole;
  const sign = value < 0 && !/^0*$/.test(whole + (places ?? '')) ? '-' : '';
  const decimals = places === undefined ? '' : decimal + places;
  return formatDigits(sign + written + decimals, language);
}

/** Money: `៥.០០០៛` in Khmer, `5,000 riel` in English. @param riel whole riel */
export function formatRiel(riel: number, language: Language, grouped = true): string {
  const amount = formatNumber(riel, language, { maxDecimals: 0, grouped });
  return language === 'km' ? `${amount}៛` : `${amount} riel`;
}
