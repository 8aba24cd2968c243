import { defer, distinctUntilChanged, finalize, map } from 'rxjs';
import type { Observable } from 'rxjs';
import type { SpokenView } from '../../shared/contracts/ipc/spoken-view.ts';
import { spokenWords } from '../../shared/contracts/spoken.ts';
import type { SpokenAt } from '../../shared/contracts/spoken.ts';
import type { Language } from '../../shared/ids.ts';
import type { Directory } from '../directory/directory.ts';
import { distinctView } from '../views/distinct-view.ts';

type Directory$ = Observable<Pick<Directory, 'spoken'>>;

/**
 * How words of screens are spoken at this site, as it changes ([SPK1]); and where staff record them: only while
 * somebody is there may the window hear ([SPK3]).
 */
export class SpokenDesk {
  readonly #directory$: Directory$;
  #open = 0;

  constructor(directory$: Directory$) {
    this.#directory$ = directory$;
  }

  get mayHear(): boolean {
    return this.#open > 0;
  }

  word$(at: SpokenAt): Observable<{ audio: string | null }> {
    return this.#directory$.pipe(
      map(({ spoken }) => spoken.audioOf(at)),
      distinctUntilChanged(),
      map((audio) => ({ audio })),
    );
  }

  words$(language: Language): Observable<SpokenView> {
    return defer(() => {
      this.#open += 1;
      return this.#directory$.pipe(
        map(({ spoken }) => ({
          recorded: spokenWords.filter((word) => spoken.audioOf({ word, language }) !== null),
        })),
        distinctView(),
        finalize(() => {
          this.#open -= 1;
        }),
      );
    });
  }
}
