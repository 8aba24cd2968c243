import { createRoot } from 'react-dom/client';
import '../../ui/style.ts';
import { readManifest } from '../../../domain/scorm/read-manifest.ts';
import { LanguageProvider } from '../../i18n/language.tsx';
import { createSay } from '../../i18n/text.ts';
import { coursePlayerTexts } from '../../i18n/texts/course-player.ts';
import { detailOf, openPort } from '../port.ts';
import type { PlayerPort } from '../port.ts';
import { unpackPlace } from '../packed-place.ts';
import { readXml } from '../read-xml.ts';
import { Player } from './player.tsx';

/** Plays a package of SCORM: reads its manifest, then opens it where its learner was. */
async function play(): Promise<void> {
  const port = await openPort();
  // Content looks for the runtime upwards, page by page, and breaks on a page of another origin.
  Object.defineProperty(window, 'parent', { value: window });
  const found = await readPackage(port);
  const page = document.getElementById('page');
  if (found === null || page === null) return;
  const say = createSay(coursePlayerTexts, port.language);
  createRoot(page).render(
    <LanguageProvider language={port.language}>
      <Player
        port={port}
        scormPackage={found}
        kept={await unpackPlace(port.launch.place)}
        learner={{ id: port.launch.pseudonym, name: say('learner') }}
      />
    </LanguageProvider>,
  );
}

async function readPackage({ launch, say }: PlayerPort) {
  const fail = (detail: string) => {
    say({ kind: 'failed', reason: 'missing', detail: detailOf(detail) });
    return null;
  };
  const answer = await fetch(launch.entry).catch(() => null);
  if (answer === null || !answer.ok) return fail(new URL(launch.entry).pathname);
  const root = readXml(new Uint8Array(await answer.arrayBuffer()));
  if (root === null) return fail('imsmanifest.xml is no XML');
  const read = readManifest(root);
  return read.kind === 'read' ? read.package : fail(`imsmanifest.xml: ${read.problems[0] ?? ''}`);
}

void play();
