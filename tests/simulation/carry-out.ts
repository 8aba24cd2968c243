import { seededRandomness } from '../factories/seeded-randomness.ts';
import { Drawing } from './deeds.ts';
import type { Deed, DeedOf } from './deeds.ts';
import { readEvents } from './hub-image.ts';
import type { SimulatedLab } from './simulated-lab.ts';
import type { SimulatedStation } from './simulated-station.ts';

/** Does one thing in a lab, and looks at the hub afterwards where power was lost. */
export async function carryOut(lab: SimulatedLab, deed: Deed): Promise<void> {
  switch (deed.deed) {
    case 'answers':
      return answer(lab, deed);
    case 'time-passes':
      return lab.time.pass(deed.ms);
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
  }
}

interface Answering {
  readonly count: number;
  readonly chance: number;
}

/** Learners answer here and there, and see that each answer is recorded. */
function answer(lab: SimulatedLab, answering: Answering): Promise<void> {
  return lab.time.for(record(lab, answering), 'answers being recorded');
}

async function record(lab: SimulatedLab, { count, chance }: Answering): Promise<void> {
  const draw = new Drawing(seededRandomness(chance));
  const recording = Array.from({ length: count }, () => {
    return recordAt(lab, lab.station(draw.which()), draw);
  });
  await Promise.all(recording);
}

function recordAt(lab: SimulatedLab, station: SimulatedStation, draw: Drawing): Promise<void> {
  const payload = lab.work.at(station.config.station, draw);
  return station.record(payload, lab.learner(draw.which()));
}

/** In the midst of recording, as likely as not. */
async function loseStation(lab: SimulatedLab, deed: DeedOf<'station-loses-power'>): Promise<void> {
  const station = lab.station(deed.station);
  const draw = new Drawing(seededRandomness(deed.chance));
  const recording = Array.from({ length: 4 }, () => recordAt(lab, station, draw));
  await lab.time.turns(deed.turns);
  station.cutPower();
  await Promise.all(recording);
  await switchOn(lab, station);
}

async function switchOn(lab: SimulatedLab, station: SimulatedStation): Promise<void> {
  await lab.time.for(station.switchOn(), 'a station starting');
  const { config, answered } = station;
  lab.auditor.checkAnswered(config.station, answered, await station.recorded());
}

async function loseHub(lab: SimulatedLab, deed: DeedOf<'hub-loses-power'>): Promise<void> {
  const recording = record(lab, { count: 8, chance: deed.chance });
  await lab.time.turns(deed.turns);
  lab.cutHubPower();
  if (deed.withoutIndex) lab.lab.disk.remove('index');
  await lab.time.for(recording, 'answers being recorded');
  await lab.time.pass(deed.offMs);
  await switchHubOn(lab);
}

async function switchHubOn(lab: SimulatedLab): Promise<void> {
  await lab.time.for(lab.switchHubOn(), 'the hub starting');
  await lab.auditor.lookAtHub(lab.hub.site.generation);
}

/** The whole room goes dark at once. */
async function loseLab(lab: SimulatedLab, deed: DeedOf<'lab-loses-power'>): Promise<void> {
  const recording = record(lab, { count: 8, chance: deed.chance });
  await lab.time.turns(deed.turns);
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

/** Found when it is next read; what the station recorded can be salvaged. */
function damage(lab: SimulatedLab, deed: DeedOf<'store-damaged'>): Promise<void> {
  const { disk } = lab.station(deed.station);
  const names = disk.locations().filter((name) => {
    return name.startsWith(`${deed.store}-`) && !name.includes('set-aside');
  });
  const name = names[deed.chance % names.length];
  if (name !== undefined) disk.damaged.add(name);
  return answer(lab, { count: 4, chance: deed.chance });
}

/** While the hub is away, so that only peers can have what was recorded last. */
async function loseDisk(lab: SimulatedLab, deed: DeedOf<'disk-dies'>): Promise<void> {
  const station = lab.station(deed.station);
  lab.unplugged.add('hub');
  await answer(lab, { count: 6, chance: deed.chance });
  await lab.time.pass(deed.hubAwayMs);
  const image = station.disk.afterPowerCut(() => true);
  image.damaged.clear();
  const dying = await readEvents(image);
  const { auditor, stations } = lab;
  auditor.diskDied(
    dying,
    station.loseDisk(),
    stations.flatMap(({ desk }) => desk ?? []),
  );
  await switchOn(lab, station);
  lab.unplugged.delete('hub');
}

function jumpClock(lab: SimulatedLab, { whose, offMs }: DeedOf<'clock-jumps'>): Promise<void> {
  if (whose === 'hub') lab.hubClockOffMs = offMs;
  else lab.station(whose).clockOffMs = offMs;
  return Promise.resolve();
}
