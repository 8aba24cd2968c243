import { tileColours } from '../../shared/contracts/documents/directory.ts';
import type { Tile } from '../../shared/contracts/documents/directory.ts';
import { drawings } from '../../shared/contracts/drawings.ts';
import { likeness } from './likeness.ts';

/** Every tile there is, pictures first: neighbours differ in picture, then in colour. */
const allTiles: readonly Tile[] = tileColours.flatMap((_, turn) =>
  drawings.map((picture, place) => ({
    picture,
    colour: tileColours[(turn + place) % tileColours.length] ?? 'indigo',
  })),
);

/** How many people a group can have: as many as there are tiles ([TIL2]). */
export const mostInGroup = allTiles.length;

const nameOf = ({ picture, colour }: Tile) => `${picture} ${colour}`;
const names = allTiles.map(nameOf);
const rows = new Map<string, Float64Array>();

/** How like each tile there is this one is; kept, as thousands of learners share these. */
function likenessRow(tile: Tile): Float64Array {
  const known = rows.get(nameOf(tile));
  if (known !== undefined) return known;
  const row = Float64Array.from(allTiles, (other) => likeness(tile, other));
  rows.set(nameOf(tile), row);
  return row;
}

/**
 * The tiles of one group: which are taken, and which of the others is taken least easily for one of
 * those ([TIL3]). A tile set aside (of somebody disabled) is given away last.
 */
export class TileRack {
  readonly #taken = new Set<string>();
  readonly #setAside = new Set<string>();
  readonly #cost = new Float64Array(allTiles.length);

  constructor(taken: readonly Tile[] = [], setAside: readonly Tile[] = []) {
    for (const tile of setAside) this.#setAside.add(nameOf(tile));
    for (const tile of taken) this.take(tile);
  }

  isTaken(tile: Tile): boolean {
    return this.#taken.has(nameOf(tile));
  }

  take(tile: Tile): void {
    if (this.isTaken(tile)) return;
    this.#taken.add(nameOf(tile));
    this.#weigh(tile, 1);
  }

  /** Somebody leaves the group, or gets another tile. */
  giveBack(tile: Tile): void {
    if (this.#taken.delete(nameOf(tile))) this.#weigh(tile, -1);
  }

  /** Takes the tile that is least like those taken; null where none is left. */
  takeFarthest(): Tile | null {
    const tile = this.#farthest((name) => !this.#setAside.has(name)) ?? this.#farthest(() => true);
    if (tile !== null) this.take(tile);
    return tile;
  }

  #weigh(tile: Tile, sign: 1 | -1): void {
    for (const [place, like] of likenessRow(tile).entries()) {
      this.#cost[place] = (this.#cost[place] ?? 0) + sign * like;
    }
  }

  #farthest(allowed: (name: string) => boolean): Tile | null {
    let best: Tile | null = null;
    let least = Infinity;
    for (const [place, tile] of allTiles.entries()) {
      const cost = this.#cost[place] ?? 0;
      const name = names[place] ?? '';
      if (cost < least && !this.#taken.has(name) && allowed(name)) {
        best = tile;
        least = cost;
      }
    }
    return best;
  }
}
