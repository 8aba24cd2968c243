import type { CoverSign } from './importer.ts';

const frame = (inside: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 240 240" fill="none" stroke="#23305e" stroke-width="6" stroke-linecap="round" stroke-linejoin="round">${inside}</svg>\n`;

const drawings: Readonly<Record<CoverSign, string>> = {
  page: frame(
    '<rect x="30" y="44" width="180" height="152" rx="14" fill="#fffdf6"/><path d="M30 82H210"/><rect x="54" y="104" width="60" height="64" rx="8" fill="#f0cd7c"/><path d="M136 112H186M136 138H186M136 164H168"/>',
  ),
  film: frame(
    '<rect x="26" y="52" width="188" height="136" rx="14" fill="#f0cd7c"/><path d="M100 88L156 120L100 152Z" fill="#fffdf6"/>',
  ),
  sound: frame(
    '<path d="M48 98H80L124 62V178L80 142H48Z" fill="#f0cd7c"/><path d="M150 92Q168 120 150 148M174 72Q206 120 174 168"/>',
  ),
  book: frame(
    '<path d="M120 64Q84 42 34 50V184Q84 176 120 198Q156 176 206 184V50Q156 42 120 64Z" fill="#fffdf6"/><path d="M120 64V198M58 84Q80 82 98 90M58 114Q80 112 98 120M142 90Q160 82 182 84M142 120Q160 112 182 114"/>',
  ),
  questions: frame(
    '<rect x="40" y="34" width="160" height="172" rx="14" fill="#fffdf6"/><circle cx="72" cy="78" r="12" fill="#d98b6f"/><circle cx="72" cy="122" r="12"/><circle cx="72" cy="166" r="12"/><path d="M104 78H172M104 122H172M104 166H150"/>',
  ),
};

/** An inert drawing for the tile of something that brought no picture of its own. */
export const coverDrawing = (sign: CoverSign) => new TextEncoder().encode(drawings[sign]);

/** What the drawing shows, for who does not see it. */
export const coverAlt: Readonly<Record<CoverSign, { readonly km: string; readonly en: string }>> = {
  page: { km: 'ទំព័រ', en: 'A page' },
  film: { km: 'វីដេអូ', en: 'A film' },
  sound: { km: 'សំឡេង', en: 'A recording' },
  book: { km: 'សៀវភៅ', en: 'A book' },
  questions: { km: 'សំណួរ', en: 'Questions' },
};
