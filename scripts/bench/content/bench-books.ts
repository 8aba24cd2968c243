import { courseIdSchema } from '../../../src/shared/ids.ts';
import { benchCourse, benchCourseTitle, benchItem } from './bench-pack.ts';
import type { BenchPackDraft } from './bench-pack.ts';

const chapters = Array.from({ length: 12 }, (_, index) => index + 1);
const story = 'ព្រះរាជាណាចក្រកម្ពុជាមានប្រជាជនរាប់លាននាក់ដែលធ្វើស្រែចម្ការ។ ';

const page = (body: string) =>
  `<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" xml:lang="km"><head><title>កសិករ</title></head><body>${body}</body></html>`;

const chapter = (number: number) =>
  page(`<h1>ជំពូក ${number}</h1>${`<p>${story.repeat(12)}</p>`.repeat(12)}`);

const listed = chapters.map(
  (number) => `<item id="c${number}" href="c${number}.xhtml" media-type="application/xhtml+xml"/>`,
);
const inOrder = chapters.map((number) => `<itemref idref="c${number}"/>`);
const links = chapters.map((number) => `<li><a href="c${number}.xhtml">ជំពូក ${number}</a></li>`);

const packageDocument = `<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="km"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier id="id">urn:uuid:0b1b5f0e-0000-4000-8000-000000000002</dc:identifier><dc:title>កសិករ</dc:title><dc:language>km</dc:language></metadata><manifest><item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>${listed.join('')}</manifest><spine>${inOrder.join('')}</spine></package>`;

/** A book in Khmer of twelve chapters, each of many pages. */
export function longBook(): BenchPackDraft {
  const texts = chapters.map((number) => [`book/c${number}.xhtml`, chapter(number)] as const);
  return {
    id: 'org.rean.bench',
    courses: [{ id: benchCourse, title: { km: benchCourseTitle } }],
    items: [benchItem('book', 1, { kind: 'epub', entry: 'book/content.opf' })],
    files: {
      'book/mimetype': 'application/epub+zip',
      'book/META-INF/container.xml':
        '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles><rootfile full-path="content.opf" media-type="application/oebps-package+xml"/></rootfiles></container>',
      'book/content.opf': packageDocument,
      'book/nav.xhtml': page(`<nav epub:type="toc"><ol>${links.join('')}</ol></nav>`),
      ...Object.fromEntries(texts),
    },
  };
}

const shelf = courseIdSchema.parse('org.rean.bench.shelf');
const stems = [
  ['ទុំទាវ', 'Tum Teav'],
  ['ការដាំស្រូវ', 'Growing rice'],
  ['សុខភាពក្នុងគ្រួសារ', 'Health in the family'],
  ['កុលាបប៉ៃលិន', 'The rose of Pailin'],
  ['ផ្កាស្រពោន', 'The faded flower'],
] as const;

/** Titles of the nth book of a library, each unlike any other's. */
export function titleOf(nth: number): { readonly km: string; readonly en: string } {
  const [km, en] = stems[nth % stems.length] ?? stems[0];
  return { km: `${km} ភាគ ${nth}`, en: `${en}, part ${nth}` };
}

/** One pack of a large library, with books from the nth on. A pack lists 500 at most. */
export function shelfOfBooks(from: number, count: number): BenchPackDraft {
  const items = Array.from({ length: count }, (_, index) => {
    const over = { course: shelf, title: titleOf(from + index), authors: ['Rean'], folder: 'book' };
    return benchItem(`book-${from + index}`, from + index + 1, {
      ...over,
      entry: 'book/index.html',
    });
  });
  return {
    id: `org.rean.bench.shelf-${from}`,
    courses: [{ id: shelf, title: { km: 'ធ្នើ' }, shelf: true }],
    items,
    files: { 'book/index.html': '<!doctype html><p>book</p>\n' },
  };
}
