import { createRoot } from 'react-dom/client';
import '../../ui/style.ts';
import { LanguageProvider } from '../../i18n/language.tsx';
import { openPort } from '../port.ts';
import { ReadingScreen } from '../reading/reading-screen.tsx';
import type { OpenReader } from '../reading/use-reading.ts';
import { openPdf } from './open-pdf.ts';
import { PdfReader } from './pdf-reader.ts';
import './sheet.css';

/** Shows a book in PDF. */
async function play(): Promise<void> {
  const port = await openPort();
  const page = document.getElementById('page');
  if (page === null) return;
  const { entry } = port.launch;
  const open: OpenReader = async (stage, place) =>
    PdfReader.open(await openPdf(entry), stage, place);
  createRoot(page).render(
    <LanguageProvider language={port.language}>
      <ReadingScreen port={port} open={open} />
    </LanguageProvider>,
  );
}

void play();
