import { FileX2, GlobeLock, X } from 'lucide-react';
import { createSayHook } from '../../i18n/language.tsx';
import { bookTexts } from '../../i18n/texts/books.ts';
import { Button } from '../../ui/button.tsx';
import type { ReaderState } from './reader.ts';
import { screenNamed } from '../../ui/screen-name.ts';

const useSay = createSayHook(bookTexts);

/** A note of the book, or that a link leads to where there is nothing. */
export function NotePanel(props: { readonly state: ReaderState; readonly onClose: () => void }) {
  const say = useSay();
  const { note, outside, scrolled } = props.state;
  if (note === null && !outside) return null;
  return (
    <output className="book__note" {...screenNamed('book-note')}>
      {outside && <GlobeLock className="book__sign" aria-hidden="true" />}
      {!outside && scrolled && <FileX2 className="book__sign" aria-hidden="true" />}
      <p>{note ?? say('outside')}</p>
      <Button icon={X} label={say('close')} layout="stacked" first onPress={props.onClose} />
    </output>
  );
}
