import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import * as z from 'zod';
import { unreadable, unsupported } from '../import-errors.ts';

export interface PdfFacts {
  readonly title: string | null;
  readonly pages: number;
  /** Whether there is text in its first pages, and not only pictures of it. */
  readonly hasText: boolean;
}

/** Pages in which text is looked for. */
const lookedAt = 5;

const informationSchema = z.looseObject({
  info: z.looseObject({ Title: z.string().optional() }),
});

/**
 * Reads a PDF as far as an import asks. Nothing in it is run.
 * @throws ReanError `import.unreadable` where it is damaged, `import.unsupported` where a password locks it
 */
export async function inspectPdf(data: Uint8Array): Promise<PdfFacts> {
  // Loaded when a PDF is there: it takes longer than all else the command line needs.
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  // Its parser keeps the bytes it is given for itself.
  const task = getDocument({
    data: new Uint8Array(data),
    isEvalSupported: false,
    useSystemFonts: false,
    verbosity: 0,
  });
  try {
    return await factsOf(await task.promise);
  } catch (error) {
    const isLocked = error instanceof Error && error.name === 'PasswordException';
    if (isLocked)
      throw unsupported('the PDF is locked by a password; save it without, and import that');
    throw unreadable(`the PDF is damaged (${String(error)})`, null, error);
  } finally {
    await task.destroy();
  }
}

async function factsOf(pdf: PDFDocumentProxy): Promise<PdfFacts> {
  const metadata: unknown = await pdf.getMetadata().catch(() => null);
  const title = informationSchema.safeParse(metadata).data?.info.Title?.trim() ?? '';
  let letters = 0;
  for (let page = 1; page <= Math.min(lookedAt, pdf.numPages); page += 1) {
    const { items } = await (await pdf.getPage(page)).getTextContent();
    letters += items.reduce((sum, item) => sum + ('str' in item ? item.str.trim().length : 0), 0);
  }
  return { title: isNamed(title) ? title : null, pages: pdf.numPages, hasText: letters > 0 };
}

/** What programs write where nobody gave a title. */
const isNamed = (title: string) =>
  title !== '' &&
  !/^(?:untitled|microsoft word|document\d*$)|\.(?:docx?|odt|indd|tmp)$/i.test(title);
