import { TileRack, mostInGroup } from '../../domain/tiles/tile-rack.ts';
import type { LearnerAccount, Tile } from '../../shared/contracts/documents/directory.ts';
import { ReanError } from '../../shared/errors.ts';
import type { GroupId } from '../../shared/ids.ts';
import type { Roster } from './roster.ts';

/** The tiles of all groups while learners are added or moved. */
export class Racks {
  readonly #roster: Roster;
  readonly #racks = new Map<GroupId, TileRack>();

  constructor(roster: Roster) {
    this.#roster = roster;
  }

  /** A tile for a newcomer of this group. @throws ReanError `group.full` */
  deal(group: GroupId): Tile {
    const tile = this.#rackOf(group).takeFarthest();
    if (tile === null) throw new ReanError('group.full', { most: mostInGroup });
    return tile;
  }

  /** The same tile in this group where nobody enabled has it, else another. @throws ReanError `group.full` */
  keep(tile: Tile, group: GroupId): Tile {
    const rack = this.#rackOf(group);
    if (rack.isTaken(tile)) return this.deal(group);
    rack.take(tile);
    return tile;
  }

  #rackOf(group: GroupId): TileRack {
    const known = this.#racks.get(group);
    if (known !== undefined) return known;
    const members = [...this.#roster.learners.values()].filter((each) => each.group === group);
    const tilesOf = (disabled: boolean): readonly Tile[] =>
      members.flatMap((each: LearnerAccount) => (each.disabled === disabled ? each.tile : []));
    const rack = new TileRack(tilesOf(false), tilesOf(true));
    this.#racks.set(group, rack);
    return rack;
  }
}
