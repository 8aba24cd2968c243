import type { ForeignFile } from '../foreign-file.ts';
import type { Importer, ImportNote } from '../importer.ts';
import { titled } from '../name-things.ts';
import { inspectPdf } from './inspect-pdf.ts';

/** A larger PDF would need more memory to look into than an old PC has, bytes. */
const largestPdf = 512 * 1024 * 1024;
/** Some programs write a little before the beginning. */
const signWithin = 1024;

const pictures: ImportNote = {
  sort: 'unsupported',
  at: null,
  text: 'Its pages are pictures: words in them can’t be found or read aloud. Use the PDF with its text if there is one.',
};

/** A book or sheet in PDF, as it is. */
export const pdfImporter: Importer = {
  kind: 'pdf',
  recognise: ({ head }: ForeignFile) =>
    Promise.resolve(Buffer.from(head.subarray(0, signWithin)).includes('%PDF-')),
  read: async (file: ForeignFile) => {
    const { title, hasText } = await inspectPdf(await file.bytes(largestPdf));
    return {
      licence: null,
      notes: hasText ? [] : [pictures],
      things: [
        {
          kind: 'piece',
          name: null,
          title: titled(title),
          files: [{ path: 'book.pdf', open: () => file.stream() }],
          cover: null,
          sign: 'book',
          item: (base) => ({ ...base, kind: 'pdf', entry: `${base.folder}/book.pdf` }),
        },
      ],
    };
  },
};
