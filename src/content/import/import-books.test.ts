import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { bookFiles, lockedPdf, plainPdf } from '../../../tests/factories/books.ts';
import { rawZip } from '../../../tests/factories/raw-zip.ts';
import { temporaryFolder } from '../../../tests/factories/temporary-folder.ts';
import { courseIdSchema } from '../../shared/ids.ts';
import { nodeDisk } from '../disk/node-disk.ts';
import { epubImporter } from './epub/epub-importer.ts';
import { openForeign } from './open-foreign.ts';
import { pdfImporter } from './pdf/pdf-importer.ts';

async function given(name: string, content: string | Uint8Array) {
  const path = join(await temporaryFolder(), name);
  await writeFile(path, content);
  const opened = await openForeign(nodeDisk(), { kind: 'file', path, key: name });
  onTestFinished(() => opened.close());
  return opened.file;
}

const epub = (over?: Readonly<Record<string, string | undefined>>) => {
  const entries = Object.entries(bookFiles(over)).map(([name, content]) => ({ name, content }));
  return given('a.epub', rawZip(entries));
};
const notesOf = async (over: Readonly<Record<string, string | undefined>>) =>
  (await epubImporter.read(await epub(over))).notes;

const base = {
  id: 'x',
  folder: 'pieces/x',
  title: { km: 'x' },
  picture: { src: 'pictures/x.svg', alt: { km: 'x' } },
  course: courseIdSchema.parse('org.rean.test'),
  position: 1,
  skills: [],
};

describe('a book in EPUB', () => {
  it('comes whole, with its title, its licence and where it begins [PKG15]', async () => {
    const file = await epub();
    expect(await epubImporter.recognise(file)).toBe(true);
    const { things, licence, notes } = await epubImporter.read(file);
    expect(licence).toBe('CC-BY-4.0');
    expect(notes).toEqual([
      {
        sort: 'unsupported',
        at: 'one.xhtml',
        text: 'This page has scripts; it is shown without them.',
      },
    ]);
    const [thing] = things;
    if (thing?.kind !== 'piece') throw new Error('no piece');
    expect(thing.title).toEqual({ km: 'កសិករ' });
    expect(thing.files.map(({ path }) => path)).toEqual(Object.keys(bookFiles()));
    expect(thing.item(base)).toMatchObject({
      kind: 'epub',
      entry: 'pieces/x/OEBPS/content.opf',
      authors: ['សុខ សាន'],
    });
  });

  it('tells what is missing, what it asks the internet for, and that it has no contents [PKG15]', async () => {
    expect(await notesOf({ 'OEBPS/two.xhtml': undefined })).toContainEqual(
      expect.objectContaining({ sort: 'left-out', at: 'OEBPS/two.xhtml' }),
    );
    const remote = '<html><body><img alt="" src="https://example.org/a.png"/></body></html>';
    expect(await notesOf({ 'OEBPS/two.xhtml': remote })).toContainEqual({
      sort: 'unsupported',
      at: 'OEBPS/two.xhtml',
      text: 'Asks the internet for https://example.org/a.png, which is not there.',
    });
    const bare = bookFiles()['OEBPS/content.opf']?.replace('properties="nav"', '');
    expect(await notesOf({ 'OEBPS/content.opf': bare })).toContainEqual(
      expect.objectContaining({ text: 'The book has no list of contents.' }),
    );
  });

  const lockedWith = (method: string) =>
    `<encryption><EncryptedData><EncryptionMethod Algorithm="${method}"/></EncryptedData></encryption>`;

  it.each([
    [
      'locked by its seller',
      { 'META-INF/encryption.xml': lockedWith('http://www.w3.org/2001/04/xmlenc#aes256-cbc') },
      'import.unsupported',
    ],
    ['without its package document', { 'OEBPS/content.opf': undefined }, 'import.unreadable'],
    ['with a cut one', { 'OEBPS/content.opf': '<package><metadata>' }, 'import.unreadable'],
    ['without pages', { 'OEBPS/content.opf': '<package/>' }, 'import.unreadable'],
    ['with a container of nothing', { 'META-INF/container.xml': '<a/>' }, 'import.unreadable'],
  ])('is refused %s [PKG15]', async (_, over, code) => {
    await expect(epubImporter.read(await epub(over))).rejects.toMatchObject({ code });
  });

  it('comes where only its fonts are hidden, which every reader undoes [PKG15]', async () => {
    const hidden = lockedWith('http://www.idpf.org/2008/embedding');
    const file = await epub({ 'META-INF/encryption.xml': hidden });
    expect((await epubImporter.read(file)).things).toHaveLength(1);
  });
});

describe('a book in PDF', () => {
  it('comes as it is, with its title; pages without text are told [PKG15]', async () => {
    const file = await given('sheet.pdf', plainPdf(['One', 'Two'], 'Rice'));
    expect(await pdfImporter.recognise(file)).toBe(true);
    const { things, notes } = await pdfImporter.read(file);
    expect(notes).toEqual([]);
    expect(things).toMatchObject([
      { title: { km: 'Rice', en: 'Rice' }, files: [{ path: 'book.pdf' }] },
    ]);
    const empty = await pdfImporter.read(await given('b.pdf', plainPdf([''])));
    expect(empty.notes).toMatchObject([{ sort: 'unsupported' }]);
  });

  it('is refused where it is damaged, or locked by a password [PKG15]', async () => {
    const cut = await given('c.pdf', '%PDF-1.7\nnothing of a PDF');
    await expect(pdfImporter.read(cut)).rejects.toMatchObject({ code: 'import.unreadable' });
    const locked = await given('d.pdf', lockedPdf());
    await expect(pdfImporter.read(locked)).rejects.toMatchObject({ code: 'import.unsupported' });
  });
});
