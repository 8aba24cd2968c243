import { GlobalWorkerOptions, getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { BookFault } from '../reading/reader.ts';

/** How much of a file is asked for at a time, bytes. */
const rangeBytes = 256 * 1024;
/** Larger pictures are left out: they would take more memory than an old PC has. 64 million pixels. */
const largestPicture = 64 * 1024 * 1024;

const beside = (path: string) => new URL(path, window.location.href).href;

/**
 * Opens a PDF: only what is looked at is read. Scripts in it never run, forms of its own kind are not
 * shown, its fonts and tables are those that lie beside this page.
 *
 * @throws BookFault `missing`, or `unplayable` where it is damaged or locked by a password
 */
export async function openPdf(address: string): Promise<PDFDocumentProxy> {
  GlobalWorkerOptions.workerPort ??= new Worker(beside('worker.js'), { type: 'module' });
  const there = await fetch(address, { method: 'HEAD' }).catch(() => null);
  if (there === null || !there.ok) throw new BookFault('missing', new URL(address).pathname);
  const task = getDocument({
    url: address,
    cMapUrl: beside('cmaps/'),
    cMapPacked: true,
    standardFontDataUrl: beside('fonts/'),
    iccUrl: beside('icc/'),
    wasmUrl: beside('wasm/'),
    // Code from wherever is for no page of ours; its JavaScript is slower, and does the same.
    useWasm: false,
    isEvalSupported: false,
    enableXfa: false,
    disableAutoFetch: true,
    disableStream: true,
    rangeChunkSize: rangeBytes,
    maxImageSize: largestPicture,
    useSystemFonts: false,
    stopAtErrors: false,
  });
  try {
    return await task.promise;
  } catch (error) {
    await task.destroy();
    const words = error instanceof Error ? error.message : String(error);
    const locked = error instanceof Error && error.name === 'PasswordException';
    throw new BookFault('unplayable', locked ? 'the PDF is locked by a password' : `PDF: ${words}`);
  }
}
