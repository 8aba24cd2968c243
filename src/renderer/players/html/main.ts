import { watchStart } from '../page-faults.ts';
import { detailOf, openPort } from '../port.ts';
import { ContentTalk } from './content-talk.ts';
import './frame.css';

/**
 * Plays a folder of HTML made by others: its first page in a frame of this one, on the same origin. A
 * page that wants to say something of itself posts it here; see docs/html-pieces.md.
 */
async function play(): Promise<void> {
  const port = await openPort();
  const { entry } = port.launch;
  const talk = new ContentTalk(port);
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
  window.addEventListener('message', ({ source, data }) => {
    if (source === null || source !== frame.contentWindow) return;
    const answer = talk.take(data);
    if (answer !== null) frame.contentWindow.postMessage(answer, '*');
  });
  document.body.append(frame);
  frame.addEventListener('load', () => port.say({ kind: 'ready' }), { once: true });
  frame.src = entry;
  if (port.lenient === true) return;
  watchStart(frame, (why) => port.say({ kind: 'failed', reason: 'broken', detail: detailOf(why) }));
}

void play();
