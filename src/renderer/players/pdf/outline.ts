import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import * as z from 'zod';
import type { Chapter } from '../reading/reader.ts';

const deepest = 3;
const mostChapters = 500;

/** A place in a PDF: its name, or the page itself and how it is to be seen. */
const targetSchema = z.union([z.string(), z.array(z.unknown()).min(1)]);
const pageReference = z.object({ num: z.number().int(), gen: z.number().int() });

type Outline = Awaited<ReturnType<PDFDocumentProxy['getOutline']>>;

/** The chapters of a PDF, in its order; empty where it has none. */
export async function outlineOf(pdf: PDFDocumentProxy): Promise<readonly Chapter[]> {
  // A damaged list of chapters takes nothing from the pages.
  const outline = await pdf.getOutline().catch(() => []);
  return listed(outline ?? [], 0).slice(0, mostChapters);
}

function listed(entries: Outline, depth: number): readonly Chapter[] {
  return entries.flatMap(({ title, dest, items }) => {
    const words = title.trim();
    const isPlace = words !== '' && dest !== null;
    const own = isPlace ? [{ title: words, at: `to:${JSON.stringify(dest)}`, depth }] : [];
    return [...own, ...listed(items, Math.min(depth + 1, deepest))];
  });
}

/** The page a place stands for, from 0; null where there is none. */
export async function pageOfTarget(pdf: PDFDocumentProxy, at: string): Promise<number | null> {
  const [, number] = /^page:(\d+)$/.exec(at) ?? [];
  if (number !== undefined) return Math.min(pdf.numPages, Math.max(1, Number(number))) - 1;
  if (!at.startsWith('to:')) return null;
  try {
    return await pageOf(pdf, targetSchema.parse(JSON.parse(at.slice(3))));
  } catch {
    return null;
  }
}

async function pageOf(
  pdf: PDFDocumentProxy,
  target: z.infer<typeof targetSchema>,
): Promise<number | null> {
  const found: unknown = typeof target === 'string' ? await pdf.getDestination(target) : target;
  const first: unknown = Array.isArray(found) ? found[0] : null;
  if (typeof first === 'number') return first;
  const reference = pageReference.safeParse(first);
  return reference.success ? pdf.getPageIndex(reference.data) : null;
}
