import { seededRandomness } from '../factories/seeded-randomness.ts';
import { Drawing } from './deeds.ts';
import type { Deed, DeedOf } from './deeds.ts';
import {
  backUpHub,
  decideAtHub,
  forgetAwaited,
  loseDisk,
  loseSectors,
  putBack,
  restoreHub,
} from './losses.ts';
import { answer, record, recordAt, switchHubOn, switchOn } from './routines.ts';
import type { SimulatedLab } from './simulated-lab.ts';

/** Does one thing in a lab, and looks at the hub afterwards where power was lost. */
export async function carryOut(lab: SimulatedLab, deed: Deed): Promise<void> {
  switch (deed.deed) {
    case 'answers':
      return answer(lab, deed);
    case 'time-passes':
      return lab.time.pass(deed.ms);
    case 'all-goes-well':
      return rest(lab, deed);
    case 'station-loses-power':
      return loseStation(lab, deed);
    case 'hub-loses-power':
      return loseHub(lab, deed);
    case 'lab-loses-power':
      return loseLab(lab, deed);
    case 'cable-pulled':
      return pullCable(lab, deed);
    case 'lan-swallows':
      return swallow(lab, deed);
    case 'writes-fail':
      return failWrites(lab, deed);
    case 'store-damaged':
      return damage(lab, deed);
    case 'disk-dies':
      return loseDisk(lab, deed);
    case 'clock-jumps':
      return jumpClock(lab, deed);
    case 'lan-splits':
      return splitLan(lab, deed);
    case 'hub-decides':
      return decideAtHub(lab);
    case 'hub-backs-up':
      return backUpHub(lab);
    case 'hub-restored':
      return restoreHub(lab, deed);
    case 'station-imaged':
      return Promise.resolve(lab.station(deed.station).takeImage());
    case 'station-put-back':
      return putBack(lab, deed);
  }
}

async function rest(lab: SimulatedLab, { ms }: DeedOf<'all-goes-well'>): Promise<void> {
  lab.quiet = true;
  await lab.time.pass(ms);
  lab.quiet = false;
}

/** In the midst of recording, as likely as not. */
async function loseStation(lab: SimulatedLab, deed: DeedOf<'station-loses-power'>): Promise<void> {
  const station = lab.station(deed.station);
  const draw = new Drawing(seededRandomness(deed.chance));
  const recording = Array.from({ length: 4 }, () => recordAt(lab, station, draw));
  await lab.time.turns(deed.turns, () => station.disk.isWriting);
  station.cutPower();
  await Promise.all(recording);
  await switchOn(lab, station);
}

async function loseHub(lab: SimulatedLab, deed: DeedOf<'hub-loses-power'>): Promise<void> {
  const recording = record(lab, { count: 8, chance: deed.chance });
  await lab.time.turns(deed.turns, () => lab.lab.disk.isWriting);
  lab.cutHubPower();
  if (deed.withoutIndex) {
    lab.lab.disk.remove('index');
    lab.tally.note('index lost');
  }
  await lab.time.for(recording, 'answers being recorded');
  await lab.time.pass(deed.offMs);
  await switchHubOn(lab);
}

/** The whole room goes dark at once. */
async function loseLab(lab: SimulatedLab, deed: DeedOf<'lab-loses-power'>): Promise<void> {
  const recording = record(lab, { count: 8, chance: deed.chance });
  await lab.time.turns(deed.turns, () => lab.lab.disk.isWriting);
  lab.cutHubPower();
  for (const station of lab.stations) station.cutPower();
  await recording;
  for (const station of lab.stations) await switchOn(lab, station);
  await switchHubOn(lab);
}

async function pullCable(lab: SimulatedLab, deed: DeedOf<'cable-pulled'>): Promise<void> {
  const whose = deed.whose === 'hub' ? 'hub' : deed.whose % lab.stations.length;
  lab.unplugged.add(whose);
  await answer(lab, { count: 6, chance: deed.chance });
  await lab.time.pass(deed.ms);
  lab.unplugged.delete(whose);
}

async function swallow(lab: SimulatedLab, deed: DeedOf<'lan-swallows'>): Promise<void> {
  lab.swallowing = true;
  await answer(lab, { count: 6, chance: deed.chance });
  await lab.time.pass(deed.ms);
  lab.swallowing = false;
}

async function failWrites(lab: SimulatedLab, deed: DeedOf<'writes-fail'>): Promise<void> {
  const { disk } = deed.disk === 'hub' ? lab.lab : lab.station(deed.disk);
  disk[deed.how] = true;
  await answer(lab, { count: 8, chance: deed.chance });
  await lab.time.pass(deed.ms);
  disk[deed.how] = false;
}

/** Found when it is next read; what the station recorded can be salvaged, but for sectors that are gone. */
async function damage(lab: SimulatedLab, deed: DeedOf<'store-damaged'>): Promise<void> {
  const station = lab.station(deed.station);
  const { disk } = station;
  const names = disk.locations().filter((name) => {
    return name.startsWith(`${deed.store}-`) && !name.includes('set-aside');
  });
  const name = names[deed.chance % names.length];
  if (name !== undefined && deed.sectors) await loseSectors(lab, station, name, deed.chance);
  else if (name !== undefined) disk.damaged.add(name);
  // What it would have brought a restored hub is not to be read any more.
  if (deed.store === 'journal') forgetAwaited(lab);
  return answer(lab, { count: 4, chance: deed.chance });
}

/** Some stations can't reach the hub and the others, but each other. */
async function splitLan(lab: SimulatedLab, deed: DeedOf<'lan-splits'>): Promise<void> {
  lab.sides = deed.sides % 2 ** lab.stations.length;
  if (lab.sides > 0) lab.tally.note('lab split in two');
  await answer(lab, { count: 6, chance: deed.chance });
  await lab.time.pass(deed.ms);
  lab.sides = 0;
}

function jumpClock(lab: SimulatedLab, { whose, offMs }: DeedOf<'clock-jumps'>): Promise<void> {
  if (whose === 'hub') lab.hubClockOffMs = offMs;
  else lab.station(whose).clockOffMs = offMs;
  return Promise.resolve();
}
