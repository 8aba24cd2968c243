import { createSayHook } from '../../i18n/language.tsx';
import { bookTexts } from '../../i18n/texts/books.ts';
import type { Position } from './reader.ts';

const useSay = createSayHook(bookTexts);

/** Where in the book one is: as a bar that fills, and as a page. */
export function ReadingFoot(props: {
  readonly position: Position;
  readonly rightToLeft: boolean;
  readonly scrolled: boolean;
}) {
  const { page, pages, fraction, chapter } = props.position;
  const say = useSay();
  const percent = Math.round(Math.min(1, fraction) * 100);
  return (
    <footer className="book__foot" dir={props.rightToLeft ? 'rtl' : 'ltr'}>
      <span className="book__chapter">{chapter}</span>
      <progress className="book__bar" max={100} value={percent} aria-label={say('read')} />
      <span className="book__page">
        {!props.scrolled && say('page', { page: page + 1, pages })}
      </span>
    </footer>
  );
}
