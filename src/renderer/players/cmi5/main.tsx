import { createRoot } from 'react-dom/client';
import '../../ui/style.ts';
import { LanguageProvider } from '../../i18n/language.tsx';
import { openPort } from '../port.ts';
import { Player } from './player.tsx';

/** Plays a course of cmi5: its units talk with the station, this page opens them. */
async function play(): Promise<void> {
  const port = await openPort();
  const page = document.getElementById('page');
  if (page === null) return;
  createRoot(page).render(
    <LanguageProvider language={port.language}>
      <Player port={port} />
    </LanguageProvider>,
  );
}

void play();
