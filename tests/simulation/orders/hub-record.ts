import type { GivenOrder } from '../../../src/shared/contracts/seat-order.ts';
import type { LiveAnswer } from '../../../src/shared/contracts/live-seat.ts';
import { contentKey, readHubImage } from '../disk-image.ts';
import { InvariantBroken } from '../invariant-broken.ts';
import type { OrderLab } from './order-lab.ts';

/**
 * What the hub has of it all, read back from its own disk and memory: the events of learners, the orders on record, and
 * what seats told of them, which is what windows show ([EVT2], [ACT1], [ACT7]).
 */
export async function lookAtTheHub(lab: OrderLab, told: LiveAnswer): Promise<void> {
  const given = await Promise.all(lab.desks.map(({ running }) => givenAt(running.commander)));
  await lookAtEvents(lab);
  await lookAtRecord(lab, given.flat());
  for (const { station, report } of told.seats) {
    for (const outcome of report?.orders?.outcomes ?? []) {
      lookAtReceipt(lab, { station, outcome, given: given.flat() });
    }
  }
}

async function givenAt({ given$ }: OrderLab['desks'][number]['running']['commander']) {
  let now: readonly GivenOrder[] = [];
  given$.subscribe((given) => (now = given)).unsubscribe();
  return now;
}

async function lookAtEvents({ lab, hub, seats }: OrderLab): Promise<void> {
  const disk = lab.disk.afterPowerCut(() => false);
  const { events } = await readHubImage(disk, hub.site.generation);
  const held = new Set(events.map(contentKey));
  const lost = seats
    .flatMap(({ answered }) => answered)
    .filter((each) => !held.has(contentKey(each)));
  if (lost.length > 0) {
    throw new InvariantBroken('the hub lacks an answered event', {
      ids: lost.map(({ _id }) => _id),
    });
  }
}

/** Each order that was signed once, no other, and each that a window says was done. */
async function lookAtRecord(lab: OrderLab, given: readonly GivenOrder[]): Promise<void> {
  const facts = await lab.hub.parts.office.factsAfter(0, ['seat.ordered']);
  const commands = facts.flatMap(({ payload: { command } }) => (command ? [command] : []));
  const recorded = new Set(commands.map(({ id }) => id));
  if (recorded.size < facts.length) {
    throw new InvariantBroken('an order is on record twice', {
      orders: commands.map(({ id }) => id),
    });
  }
  const signed = new Set(lab.book.issued.map(({ command }) => command.id));
  const strange = commands.filter(({ id }) => !signed.has(id));
  const done = given.filter(({ seats }) => seats.some(({ state }) => state === 'applied'));
  const lacking = done.filter(({ id }) => !recorded.has(id));
  if (strange.length + lacking.length > 0) {
    throw new InvariantBroken('what is on record is not what was ordered', {
      strange: strange.map(({ id }) => id),
      lacking: lacking.map(({ id }) => id),
    });
  }
}

interface Receipt {
  readonly station: LiveAnswer['seats'][number]['station'];
  readonly outcome: NonNullable<
    NonNullable<LiveAnswer['seats'][number]['report']>['orders']
  >['outcomes'][number];
  readonly given: readonly GivenOrder[];
}

function lookAtReceipt({ book }: OrderLab, { station, outcome, given }: Receipt): void {
  const order = given.find(({ id }) => id === outcome.id);
  const shown = order?.seats.find((each) => each.station === station);
  if (!book.issued.some(({ command }) => command.id === outcome.id)) {
    throw new InvariantBroken('a seat answers what nobody ordered', { station, outcome });
  }
  // A window that was cut off knows of none it gave before.
  if (shown === undefined) return;
  const why = outcome.result === 'refused' ? outcome.why : null;
  if (shown.state !== outcome.result || shown.why !== why) {
    throw new InvariantBroken('a window shows another receipt than the hub has', {
      station,
      outcome,
      shown,
    });
  }
}
