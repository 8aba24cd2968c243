import { detailOf, openPort } from '../port.ts';
import { contentMessages } from './content-messages.ts';
import './frame.css';

/**
 * Plays a folder of HTML made by others: its first page in a frame of this one, on the same origin. A
 * page that wants to say something of itself posts it here; see docs/html-pieces.md.
 */
async function play(): Promise<void> {
  const port = await openPort();
  const { entry, place } = port.launch;
  // A frame that finds nothing loads an empty page without a word, so it is asked for first.
  const found = await fetch(entry, { method: 'HEAD' }).catch(() => null);
  if (found === null || !found.ok) {
    return port.say({
      kind: 'failed',
      reason: 'missing',
      detail: detailOf(new URL(entry).pathname),
    });
  }
  const frame = document.createElement('iframe');
  frame.addEventListener('load', () => port.say({ kind: 'ready' }), { once: true });
  window.addEventListener('message', ({ source, data }) => {
    if (source === null || source !== frame.contentWindow) return;
    const said = contentMessages.safeParse(data).data;
    if (said === undefined) return;
    if (said.rean === 'where') frame.contentWindow.postMessage({ rean: 'place', place }, '*');
    if (said.rean === 'place') port.say({ kind: 'place', place: said.place });
    if (said.rean === 'result') {
      const { score, passed, completed } = said;
      port.say({ kind: 'result', score, passed, completed });
    }
  });
  frame.src = entry;
  document.body.append(frame);
}

void play();
