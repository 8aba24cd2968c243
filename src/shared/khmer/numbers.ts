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

/**
 * A number as the language writes it: digits, groups of three from 1.000 on, decimal sign.
 * @param value finite; at most `maxDecimals` places are written, without trailing zeros
 */
export function formatNumber(value: number, language: Language, maxDecimals = 2): string {
  const { group, decimal } = signs[language];
  const scale = 10 ** maxDecimals;
  const [whole = '0', places] = String(Math.round(Math.abs(value) * scale) / scale).split('.');
  const grouped = whole.replaceAll(/\B(?=(\d{3})+(?!\d))/g, group);
  const sign = value < 0 && !/^0*$/.test(whole + (places ?? '')) ? '-' : '';
  const written = `${sign}${grouped}${places === undefined ? '' : decimal + places}`;
  return formatDigits(written, language);
}

/** Money: `៥.០០០៛` in Khmer, `5,000 riel` in English. @param riel whole riel */
export function formatRiel(riel: number, language: Language): string {
  const amount = formatNumber(riel, language, 0);
  return language === 'km' ? `${amount}៛` : `${amount} riel`;
}
