import type { Tile as TileView } from '../../shared/contracts/documents/directory.ts';
import { createSayHook } from '../i18n/language.tsx';
import { drawingTexts } from '../i18n/texts/drawings.ts';
import { drawingSchema } from '../../shared/contracts/drawings.ts';
import { Drawing } from './drawings/drawing.tsx';
import './tile.css';

const useDrawingSay = createSayHook(drawingTexts);

/** A person's sign: a drawn picture on a ground of colour. As large as its box. */
export function Tile({ tile }: { readonly tile: TileView }) {
  const say = useDrawingSay();
  const known = drawingSchema.safeParse(tile.picture);
  const words = known.success
    ? `${say(known.data)}, ${say(`colour.${tile.colour}`)}`
    : say(`colour.${tile.colour}`);
  return (
    <span className={`tile tile--${tile.colour}`}>
      <span className="unseen">{words}</span>
      <Drawing name={tile.picture} rim />
    </span>
  );
}
