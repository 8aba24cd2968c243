import type { PlayerPort } from '../port.ts';
import { contentMessages } from './content-messages.ts';

interface Answer {
  readonly rean: 'place';
  readonly place: string | null;
}

/** Takes what the pages of one folder say of themselves; see docs/html-pieces.md. */
export class ContentTalk {
  readonly #port: Pick<PlayerPort, 'launch' | 'say'>;
  /** The last one told: pages that follow on each other ask for it in one sitting, too ([PCE5]). */
  #place: string | null;

  constructor(port: Pick<PlayerPort, 'launch' | 'say'>) {
    this.#port = port;
    this.#place = port.launch.place;
  }

  /** @returns what the page is to be answered; null where there is nothing to say */
  take(data: unknown): Answer | null {
    const said = contentMessages.safeParse(data).data;
    switch (said?.rean) {
      case 'where':
        return { rean: 'place', place: this.#place };
      case 'place':
        this.#place = said.place;
        this.#port.say({ kind: 'place', place: said.place });
        return null;
      case 'result': {
        const { score, passed, completed } = said;
        this.#port.say({ kind: 'result', score, passed, completed });
        return null;
      }
      case undefined:
        return null;
    }
  }
}
