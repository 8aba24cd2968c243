import type { KeyboardEvent } from 'react';
import { useState } from 'react';
import type { SeatView } from '../../../../shared/contracts/ipc/views.ts';
import {
  mostColumns,
  mostRows,
  spotKey,
  spotSchema,
} from '../../../../shared/contracts/seat-places.ts';
import type { Spot } from '../../../../shared/contracts/seat-places.ts';
import type { StationId } from '../../../../shared/ids.ts';
import { formatDigits } from '../../../../shared/khmer/numbers.ts';
import { createSayHook, inLanguage, useLanguage } from '../../../i18n/language.tsx';
import { arrangeTexts } from '../../../i18n/texts/supervisor/arrange.ts';
import { useDrag } from './use-drag.ts';

const useArrangeSay = createSayHook(arrangeTexts);

interface ArrangeGridProps {
  readonly seats: readonly SeatView[];
  readonly spots: ReadonlyMap<StationId, Spot>;
  readonly chosen: StationId | null;
  readonly onChoose: (station: StationId) => void;
  readonly onMove: (station: StationId, to: Spot) => void;
}

const everySpot: readonly Spot[] = Array.from({ length: mostRows }, (_, row) =>
  Array.from({ length: mostColumns }, (_empty, column) => ({ column: column + 1, row: row + 1 })),
).flat();

/** Every spot of the room; seats are dragged, or pressed and put down, or moved by the arrow keys. */
export function ArrangeGrid({ seats, spots, chosen, onChoose, onMove }: ArrangeGridProps) {
  const say = useArrangeSay();
  const taken = new Set([...spots.values()].map(spotKey));
  const [over, setOver] = useState<string | null>(null);
  return (
    <div className="arrange">
      <p className="arrange__front">{say('front')}</p>
      <div className="arrange__grid" style={{ '--columns': mostColumns, '--rows': mostRows }}>
        {everySpot.map((spot) => {
          const key = spotKey(spot);
          const isOver = over === key ? ' arrange__spot--over' : '';
          return (
            <button
              key={key}
              type="button"
              // Keys move seats; a spot is for the hand.
              tabIndex={-1}
              className={`arrange__spot${isOver}`}
              style={{ gridColumn: spot.column, gridRow: spot.row }}
              data-spot={key}
              aria-label={say('spot', { ...spot })}
              aria-hidden={taken.has(key) || undefined}
              onClick={() => chosen !== null && onMove(chosen, spot)}
            />
          );
        })}
        {seats.map((seat) => (
          <SeatToMove
            key={seat.station}
            seat={seat}
            spot={spots.get(seat.station)}
            chosen={seat.station === chosen}
            onChoose={() => onChoose(seat.station)}
            onOver={setOver}
            onMove={(to) => onMove(seat.station, to)}
          />
        ))}
      </div>
    </div>
  );
}

interface SeatToMoveProps {
  readonly seat: SeatView;
  readonly spot: Spot | undefined;
  readonly chosen: boolean;
  readonly onChoose: () => void;
  readonly onOver: (spot: string | null) => void;
  readonly onMove: (to: Spot) => void;
}

const steps: Readonly<Record<string, readonly [columns: number, rows: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

function SeatToMove({ seat, spot, chosen, onChoose, onOver, onMove }: SeatToMoveProps) {
  const language = useLanguage();
  const drag = useDrag({ onBegin: onChoose, onOver, onDrop: onMove });
  if (spot === undefined) return null;
  const onKeyDown = (event: KeyboardEvent) => {
    const [columns, rows] = steps[event.key] ?? [0, 0];
    if (columns === 0 && rows === 0) return;
    event.preventDefault();
    const to = spotSchema.safeParse({ column: spot.column + columns, row: spot.row + rows });
    if (to.success) onMove(to.data);
  };
  return (
    <button
      type="button"
      className={chosen ? 'arrange__seat arrange__seat--chosen' : 'arrange__seat'}
      style={{ gridColumn: spot.column, gridRow: spot.row, ...drag.style }}
      data-dragged={drag.isDragged || undefined}
      data-spot={spotKey(spot)}
      aria-pressed={chosen}
      onClick={onChoose}
      onKeyDown={onKeyDown}
      {...drag.handlers}
    >
      <strong>{formatDigits(seat.seat, language)}</strong>
      <span>{inLanguage(seat.name, language)}</span>
    </button>
  );
}
