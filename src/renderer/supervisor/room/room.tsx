import { DoorClosed, Grid3x3, ListChecks } from 'lucide-react';
import { useState } from 'react';
import type { RoomView } from '../../../shared/contracts/ipc/views.ts';
import type { StationStatus } from '../../../shared/contracts/ipc/status-views.ts';
import type { StationId } from '../../../shared/ids.ts';
import { createSayHook } from '../../i18n/language.tsx';
import { arrangeTexts } from '../../i18n/texts/supervisor/arrange.ts';
import { closeOutTexts } from '../../i18n/texts/supervisor/close-out.ts';
import { roomTexts } from '../../i18n/texts/supervisor/room.ts';
import { seatActsTexts } from '../../i18n/texts/supervisor/seat-acts.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../desk/empty.tsx';
import { HubAway } from '../desk/hub-away.tsx';
import { Opening } from '../desk/opening.tsx';
import { PlaceFrame } from '../desk/place-frame.tsx';
import { Trouble } from '../desk/trouble.tsx';
import { useStaying } from '../desk/stay.tsx';
import { useMay } from '../may.tsx';
import { useStream } from '../station.ts';
import { CloseOut } from './close-out/close-out.tsx';
import { ChosenSeats } from './acts/chosen-seats.tsx';
import { ArrangeRoom } from './arrange/arrange-room.tsx';
import { RoomGlance } from './room-glance.tsx';
import { focusSeat } from './seat-focus.ts';
import { SeatPanel } from './seat-panel.tsx';
import { Seats } from './seats.tsx';
import { useSteady } from './use-steady.ts';

const useRoomSay = createSayHook(roomTexts);
const useArrangeSay = createSayHook(arrangeTexts);
const useActsSay = createSayHook(seatActsTexts);
const useCloseOutSay = createSayHook(closeOutTexts);

/** Who sits where, doing what, as it changes. */
export function Room({ status }: { readonly status: StationStatus }) {
  const say = useRoomSay();
  const room = useStream('room', undefined);
  if (room.error !== undefined) return <Trouble error={room.error} />;
  if (room.value === undefined) return <Opening />;
  if (room.value.seats.length === 0) {
    return (
      <PlaceFrame screen="room" title={say('title')} tools={<HubAway status={status} />}>
        <Empty
          screen="room-empty"
          drawing="house"
          title={say('empty.title')}
          advice={say('empty.do')}
        />
      </PlaceFrame>
    );
  }
  return <FurnishedRoom room={room.value} status={status} />;
}

function FurnishedRoom(props: { readonly room: RoomView; readonly status: StationStatus }) {
  const { seats, present } = props.room;
  const say = useRoomSay();
  const [chosen, setChosen] = useState<StationId | null>(null);
  const [arranging, setArranging] = useState(false);
  const [closing, setClosing] = useState(false);
  const sayClose = useCloseOutSay();
  const may = useMay();
  const sayArrange = useArrangeSay();
  const staying = useStaying();
  const [ticked, setTicked] = useState<ReadonlySet<StationId> | null>(null);
  const sayActs = useActsSay();
  const choose = useSteady((station: StationId) => {
    if (staying) return;
    if (ticked === null) setChosen(station);
    else setTicked(toggled(ticked, station));
  });
  const seat = seats.find(({ station }) => station === chosen);
  const close = useSteady(() => {
    setChosen(null);
    if (chosen !== null) focusSeat(chosen);
  });
  const closeMany = useSteady(() => setTicked(null));
  if (closing) {
    return <CloseOut seats={seats} status={props.status} onDone={() => setClosing(false)} />;
  }
  if (arranging) return <ArrangeRoom seats={seats} onDone={() => setArranging(false)} />;
  const mayArrange = may('room.arrange') && props.status.hubReachable;
  return (
    <PlaceFrame
      screen="room"
      title={say('title')}
      aside={say('taken', { count: present, total: seats.length })}
      acts={
        <>
          {may('seat.act') && (
            <Button
              icon={ListChecks}
              label={sayActs('many')}
              tone="quiet"
              pressed={ticked !== null}
              disabled={staying}
              onPress={() => setTicked(ticked === null ? new Set() : null)}
            />
          )}
          {mayArrange && (
            <Button
              icon={Grid3x3}
              label={sayArrange('arrange')}
              tone="quiet"
              disabled={staying}
              onPress={() => setArranging(true)}
            />
          )}
          {may('hub.power-off') && (
            <Button
              icon={DoorClosed}
              label={sayClose('close')}
              tone="quiet"
              disabled={staying}
              onPress={() => setClosing(true)}
            />
          )}
        </>
      }
      tools={<HubAway status={props.status} />}
      panel={
        ticked !== null ? (
          <ChosenSeats seats={seats} chosen={ticked} onChoose={setTicked} onClose={closeMany} />
        ) : seat === undefined ? (
          <RoomGlance seats={seats} onChoose={choose} />
        ) : (
          <SeatPanel key={seat.station} seat={seat} onClose={close} />
        )
      }
      onEscape={ticked === null ? close : closeMany}
    >
      <Seats seats={seats} chosen={seat?.station ?? null} ticked={ticked} onChoose={choose} />
    </PlaceFrame>
  );
}

function toggled(ticked: ReadonlySet<StationId>, station: StationId): ReadonlySet<StationId> {
  const after = new Set(ticked);
  if (!after.delete(station)) after.add(station);
  return after;
}
