import { bookFiles } from './books.ts';

/** Books of other kinds than the plain one: one that is read aloud, one that was laid out, one in EPUB 2. */

const html = (body: string, head = '') =>
  `<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" xml:lang="km"><head><title>សៀវភៅ</title>${head}</head><body>${body}</body></html>`;

const described = (title: string) =>
  `<dc:identifier id="id">urn:uuid:${title}</dc:identifier><dc:title>${title}</dc:title><dc:language>km</dc:language>`;

interface PackageParts {
  readonly version?: '2.0' | '3.0';
  readonly metadata: string;
  readonly manifest: string;
  readonly spine: string;
}

const packageOf = ({ version = '3.0', metadata, manifest, spine }: PackageParts) =>
  `<package xmlns="http://www.idpf.org/2007/opf" version="${version}" unique-identifier="id"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">${metadata}</metadata><manifest>${manifest}</manifest>${spine}</package>`;

const item = (id: string, href: string, type: string, more = '') =>
  `<item id="${id}" href="${href}" media-type="${type}" ${more}/>`;
const pageItem = (id: string, more = '') => item(id, `${id}.xhtml`, 'application/xhtml+xml', more);
const nav = html('<nav epub:type="toc"><ol><li><a href="one.xhtml">ជំពូកទី១</a></li></ol></nav>');
const none = { 'OEBPS/two.xhtml': undefined, 'OEBPS/book.css': undefined };

/** From when to when its two sentences are heard, s: long enough to be seen on a slow PC. */
const clips = [
  ['first', 0, 6],
  ['second', 6, 40],
] as const;
export const voiceSeconds = 40;

/** What its publisher marks a sentence with while it is heard. */
export const heardClass = 'now-read';
export const talkingVoice = 'OEBPS/voice.wav';

/** A book in EPUB 3 with media overlays; its recording is to be laid at {@link talkingVoice}. */
export const talkingBook = () =>
  bookFiles({
    ...none,
    'OEBPS/nav.xhtml': nav,
    'OEBPS/one.xhtml': html('<p id="first">ស្រូវទុំហើយ។</p><p id="second">យើងច្រូតស្រូវ។</p>'),
    'OEBPS/one.smil': `<smil xmlns="http://www.w3.org/ns/SMIL" version="3.0"><body>${clips
      .map(
        ([id, begin, end]) =>
          `<par><text src="one.xhtml#${id}"/><audio src="voice.wav" clipBegin="${begin}s" clipEnd="${end}s"/></par>`,
      )
      .join('')}</body></smil>`,
    'OEBPS/content.opf': packageOf({
      metadata: `${described('talking')}<meta property="media:duration" refines="#voice">${voiceSeconds}s</meta><meta property="media:duration">${voiceSeconds}s</meta><meta property="media:active-class">${heardClass}</meta>`,
      manifest: [
        pageItem('nav', 'properties="nav"'),
        pageItem('one', 'media-overlay="voice"'),
        item('voice', 'one.smil', 'application/smil+xml'),
        item('sound', 'voice.wav', 'audio/wav'),
      ].join(''),
      spine: '<spine><itemref idref="one"/></spine>',
    }),
  });

/** A book in EPUB 3 whose three pages were laid out, each as large as the others. */
export const laidOutBook = () => {
  const head = '<meta name="viewport" content="width=600, height=800"/>';
  const pages = ['one', 'two', 'three'];
  return bookFiles({
    ...none,
    'OEBPS/nav.xhtml': nav,
    ...Object.fromEntries(pages.map((id) => [`OEBPS/${id}.xhtml`, html(`<p>ទំព័រ ${id}</p>`, head)])),
    'OEBPS/content.opf': packageOf({
      metadata: `${described('laid-out')}<meta property="rendition:layout">pre-paginated</meta><meta property="rendition:spread">none</meta>`,
      manifest: [pageItem('nav', 'properties="nav"'), ...pages.map((id) => pageItem(id))].join(''),
      spine: `<spine>${pages.map((id) => `<itemref idref="${id}"/>`).join('')}</spine>`,
    }),
  });
};

/**
 * A laid-out book that says of its pages' size no more than its package does, and a drawing that says it in its own
 * way; its first page fills what room there is.
 */
export const looseBook = () => {
  const device = '<meta name="viewport" content="width=device-width, height=device-height"/>';
  return bookFiles({
    ...none,
    'OEBPS/nav.xhtml': nav,
    'OEBPS/one.xhtml': html('<p>ទំព័រ one</p>', device),
    'OEBPS/two.xhtml': html('<p>ទំព័រ two</p>'),
    'OEBPS/three.svg':
      '<svg xmlns="http://www.w3.org/2000/svg" width="600" height="800"><text x="50" y="100">three</text></svg>',
    'OEBPS/content.opf': packageOf({
      metadata: `${described('loose')}<meta property="rendition:layout">pre-paginated</meta><meta property="rendition:viewport">width=600, height=800</meta>`,
      manifest: [
        pageItem('nav', 'properties="nav"'),
        pageItem('one'),
        pageItem('two'),
        item('three', 'three.svg', 'image/svg+xml'),
      ].join(''),
      spine: '<spine><itemref idref="one"/><itemref idref="two"/><itemref idref="three"/></spine>',
    }),
  });
};

/** A book whose lines run down and follow each other to the left, and whose package is not in a language written so. */
export const downwardBook = () => {
  const head =
    '<style>html { -epub-writing-mode: vertical-rl; writing-mode: vertical-rl; }</style>';
  const lines = Array.from({ length: 80 }, (_, index) => `<p>縦書き ${index + 1}</p>`).join('');
  return bookFiles({
    ...none,
    'OEBPS/nav.xhtml': nav,
    'OEBPS/one.xhtml': html(lines, head).replace('xml:lang="km"', 'xml:lang="en" dir="rtl"'),
    'OEBPS/content.opf': packageOf({
      metadata: described('downward'),
      manifest: [pageItem('nav', 'properties="nav"'), pageItem('one')].join(''),
      spine: '<spine page-progression-direction="rtl"><itemref idref="one"/></spine>',
    }),
  });
};

/** A book in EPUB 2, whose contents stand in an NCX. */
export const olderBook = () =>
  bookFiles({
    ...none,
    'OEBPS/nav.xhtml': undefined,
    'OEBPS/one.xhtml': html('<h1>ជំពូកទី១</h1><p>កាលពីដើម</p>'),
    'OEBPS/two.xhtml': html('<h1>ជំពូកទី២</h1><p>ចប់</p>'),
    'OEBPS/toc.ncx': `<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/" version="2005-1"><head/><docTitle><text>ចាស់</text></docTitle><navMap>${[
      'one',
      'two',
    ]
      .map(
        (id, index) =>
          `<navPoint id="n-${id}" playOrder="${index + 1}"><navLabel><text>ជំពូកទី${'១២'[index]}</text></navLabel><content src="${id}.xhtml"/></navPoint>`,
      )
      .join('')}</navMap></ncx>`,
    'OEBPS/content.opf': packageOf({
      version: '2.0',
      metadata: described('older'),
      manifest: [
        item('ncx', 'toc.ncx', 'application/x-dtbncx+xml'),
        pageItem('one'),
        pageItem('two'),
      ].join(''),
      spine: '<spine toc="ncx"><itemref idref="one"/><itemref idref="two"/></spine>',
    }),
  });

/** Silence in a WAV of 8 bits. */
export function silence(seconds: number, rate = 8_000): Uint8Array {
  const count = seconds * rate;
  const bytes = Buffer.alloc(44 + count, 128);
  bytes.write('RIFF', 0);
  bytes.writeUInt32LE(36 + count, 4);
  bytes.write('WAVEfmt ', 8);
  bytes.writeUInt32LE(16, 16);
  bytes.writeUInt16LE(1, 20);
  bytes.writeUInt16LE(1, 22);
  bytes.writeUInt32LE(rate, 24);
  bytes.writeUInt32LE(rate, 28);
  bytes.writeUInt16LE(1, 32);
  bytes.writeUInt16LE(8, 34);
  bytes.write('data', 36);
  bytes.writeUInt32LE(count, 40);
  return new Uint8Array(bytes);
}
