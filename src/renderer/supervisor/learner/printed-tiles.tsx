import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import type { ReactNode } from 'react';
import type { Tile } from '../../../shared/contracts/documents/directory.ts';
import { Drawing } from '../../ui/drawings/drawing.tsx';
import drawingStyle from '../../ui/drawings/drawing.css?inline';
import tileStyle from '../../ui/tile.css?inline';
import tokens from '../../ui/tokens.css?inline';

/** What tiles on paper look like: as in the window. */
export const printedTileStyle = [tokens, drawingStyle, tileStyle].join('\n');

/** Every picture of these tiles once, to be used by name: a group has hundreds of tiles. */
export function printedDrawings(tiles: readonly Tile[]): string {
  const pictures = [...new Set(tiles.map(({ picture }) => picture))];
  return markupOf(
    pictures.map((picture) => (
      <symbol key={picture} id={`drawing-${picture}`} viewBox="0 0 96 96" overflow="visible">
        <Drawing name={picture} rim />
      </symbol>
    )),
  );
}

/** One tile, of pictures that are on the page. */
export function printedTile({ picture, colour }: Tile): string {
  return markupOf(
    <div className={`tile tile--${colour}`}>
      <svg className="drawing" viewBox="0 0 96 96">
        <use href={`#drawing-${picture}`} />
      </svg>
    </div>,
  );
}

/** The symbol of a group, whole: there are few of them on a page. */
export function printedSymbol(symbol: string): string {
  return markupOf(<Drawing name={symbol} />);
}

/** As React would draw it; nothing of it is shown here. */
function markupOf(drawn: ReactNode): string {
  const away = document.createElementNS('http://www.w3.org/1999/xhtml', 'div');
  const root = createRoot(away);
  flushSync(() => root.render(drawn));
  const markup = away.innerHTML;
  root.unmount();
  return markup;
}
