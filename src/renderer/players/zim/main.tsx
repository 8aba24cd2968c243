import { createRoot } from 'react-dom/client';
import '../../ui/style.ts';
import { LanguageProvider } from '../../i18n/language.tsx';
import { createSay } from '../../i18n/text.ts';
import { bookTexts } from '../../i18n/texts/books.ts';
import { openPort } from '../port.ts';
import { ReadingScreen } from '../reading/reading-screen.tsx';
import type { OpenReader } from '../reading/use-reading.ts';
import './archive.css';
import { ZimReader } from './zim-reader.ts';

/** Shows a ZIM archive: pages in a frame, searched, one leading to another. */
async function play(): Promise<void> {
  const port = await openPort();
  const page = document.getElementById('page');
  if (page === null) return;
  const say = createSay(bookTexts, port.language);
  const words = { absent: say('not-here'), unshown: say('not-shown') };
  const open: OpenReader = (stage, place) =>
    ZimReader.open({ entry: port.launch.entry, stage, words }, place);
  createRoot(page).render(
    <LanguageProvider language={port.language}>
      <ReadingScreen port={port} open={open} />
    </LanguageProvider>,
  );
}

void play();
