import { createRoot } from 'react-dom/client';
import '../../ui/style.ts';
import { LanguageProvider } from '../../i18n/language.tsx';
import { createSay } from '../../i18n/text.ts';
import { bookTexts } from '../../i18n/texts/books.ts';
import { openPort } from '../port.ts';
import type { OpenReader } from '../reading/use-reading.ts';
import { ReadingScreen } from '../reading/reading-screen.tsx';
import { EpubReader } from './epub-reader.ts';
import { openBook } from './open-book.ts';

/** Shows a book in EPUB. */
async function play(): Promise<void> {
  const port = await openPort();
  const page = document.getElementById('page');
  if (page === null) return;
  const missing = createSay(bookTexts, port.language)('missing-page');
  const open: OpenReader = async (stage, place) =>
    EpubReader.open(await openBook(port.launch, missing), stage, place);
  createRoot(page).render(
    <LanguageProvider language={port.language}>
      <ReadingScreen port={port} open={open} />
    </LanguageProvider>,
  );
}

void play();
