/** What a film or recording is, by its first bytes: whatever its name says. */
export type MediaKind =
  | { readonly kind: 'plays'; readonly extension: 'mp4' | 'webm' | 'm4a' | 'mp3' | 'ogg' | 'wav' }
  | { readonly kind: 'foreign'; readonly name: string };

/** Null for what is no film or recording. `head` is some hundred bytes at least. */
export function mediaKind(head: Uint8Array): MediaKind | null {
  const text = Buffer.from(head).toString('latin1');
  return boxed(text) ?? named(text) ?? frames(head);
}

/** ISO base media: mp4, m4a, QuickTime; QuickTime of old begins with any box. */
function boxed(text: string): MediaKind | null {
  if (/^\0[\s\S]{3}(?:moov|mdat|wide|pnot|skip|free)/.test(text))
    return foreign('old QuickTime film');
  if (text.slice(4, 8) !== 'ftyp') return null;
  const brand = text.slice(8, 12);
  if (/^(?:avif|avis|hei[cfmsx]|mif1|msf1)$/.test(brand)) return null;
  return { kind: 'plays', extension: /^M4[AB] /.test(brand) ? 'm4a' : 'mp4' };
}

function named(text: string): MediaKind | null {
  if (text.startsWith('\u001A\u0045\u00DF\u00A3')) {
    return text.includes('webm') ? { kind: 'plays', extension: 'webm' } : foreign('Matroska (MKV)');
  }
  if (text.startsWith('OggS')) {
    return text.includes('theora')
      ? foreign('Ogg Theora film')
      : { kind: 'plays', extension: 'ogg' };
  }
  if (text.startsWith('ID3')) return { kind: 'plays', extension: 'mp3' };
  if (text.startsWith('RIFF') && text.slice(8, 12) === 'WAVE') {
    return { kind: 'plays', extension: 'wav' };
  }
  const sign = strangers.find(([start]) => text.startsWith(start));
  if (sign !== undefined) return foreign(sign[1]);
  return text.startsWith('RIFF') && text.slice(8, 12) === 'AVI ' ? foreign('AVI film') : null;
}

const foreign = (name: string): MediaKind => ({ kind: 'foreign', name });

const strangers: readonly (readonly [start: string, name: string])[] = [
  ['fLaC', 'FLAC recording'],
  ['FLV\u0001', 'Flash film'],
  ['\u0030\u0026\u00B2\u0075\u008E\u0066\u00CF\u0011', 'Windows Media file'],
  ['\u0000\u0000\u0001\u00BA', 'MPEG-1 or MPEG-2 film'],
  ['#!AMR', 'AMR recording'],
  ['MThd', 'MIDI file'],
];

/** Bare frames of MPEG audio: eleven set bits, then layer III is mp3, none is AAC. */
function frames([first = 0, second = 0]: Uint8Array): MediaKind | null {
  if (first !== 0xff || (second & 0xe0) !== 0xe0 || (second & 0x18) === 0x08) return null;
  const layer = (second >> 1) & 3;
  if (layer === 1) return { kind: 'plays', extension: 'mp3' };
  return layer === 0 && (second & 0xf6) === 0xf0 ? foreign('bare AAC recording') : null;
}
