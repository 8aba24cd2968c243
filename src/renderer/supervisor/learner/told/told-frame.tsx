import { useState } from 'react';
import type { ReactNode } from 'react';
import { useStay } from '../../desk/stay.tsx';
import { NewTile } from '../deeds/new-tile.tsx';
import { ToldContext } from './told-context.ts';
import type { Told } from './told-context.ts';
import './told.css';
import { ToldNumber } from './told-number.tsx';
import { screenNamed } from '../../../ui/screen-name.ts';

interface Telling {
  readonly told: Told;
  readonly onSeen: () => void;
}

/**
 * A learner's page. What the hub tells once stands in its place until it was seen, also when the learner
 * leaves the seat or the list meanwhile; the page behind it stays as it is ([PPL2], [SGN9]).
 */
export function ToldFrame({ children }: { readonly children: ReactNode }) {
  const [telling, setTelling] = useState<Telling | null>(null);
  useStay(telling !== null);
  const seen = () => {
    setTelling(null);
    telling?.onSeen();
  };
  return (
    <>
      {telling !== null && <Note told={telling.told} onSeen={seen} />}
      <div className="told-frame" hidden={telling !== null}>
        <ToldContext value={(told, onSeen) => setTelling({ told, onSeen })}>{children}</ToldContext>
      </div>
    </>
  );
}

function Note({ told, onSeen }: { readonly told: Told; readonly onSeen: () => void }) {
  if (told.about === 'number') return <ToldNumber number={told.number} onSeen={onSeen} />;
  return (
    <div className="told" {...screenNamed('told-tile')}>
      <NewTile tile={told.tile} onSeen={onSeen} />
    </div>
  );
}
