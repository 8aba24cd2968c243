import { CircleCheckBig } from 'lucide-react';
import type { Tile as TileView } from '../../../../shared/contracts/documents/directory.ts';
import { createSayHook } from '../../../i18n/language.tsx';
import { deedTexts } from '../../../i18n/texts/supervisor/deeds.ts';
import { Button } from '../../../ui/button.tsx';
import { Tile } from '../../../ui/tile.tsx';

const useDeedSay = createSayHook(deedTexts);

/** Theirs was somebody's in that group: another tile, large, to be shown to the learner. */
export function NewTile(props: { readonly tile: TileView; readonly onSeen: () => void }) {
  const say = useDeedSay();
  return (
    <div className="new-tile">
      <strong>{say('new-tile')}</strong>
      <span className="new-tile__tile">
        <Tile tile={props.tile} />
      </span>
      <span>{say('new-tile.show')}</span>
      <Button
        icon={CircleCheckBig}
        label={say('new-tile.seen')}
        tone="next"
        onPress={props.onSeen}
        first
      />
    </div>
  );
}

/** Whether the hub gave another tile than the learner has. */
export function isOther(a: TileView, b: TileView): boolean {
  return a.picture !== b.picture || a.colour !== b.colour;
}
