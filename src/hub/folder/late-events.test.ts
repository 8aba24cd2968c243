import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { payloads } from '../../../tests/factories/events.ts';
import { HubLab, push } from '../../../tests/factories/hub-lab.ts';
import type { CarriedEvent } from '../../../tests/factories/test-store.ts';
import { foldLearner } from '../../domain/fold/fold-learner.ts';
import { stateDocumentSchema } from '../../shared/contracts/documents/state.ts';
import { openEvent } from '../../sync/envelope/event.ts';
import { openLearnerState } from '../../sync/envelope/sealed-documents.ts';
import type { Hub } from '../hub.ts';

const learners = 70;
const events = 40;

/** The learner's folded state as stations would pull it. */
async function shown(lab: HubLab, hub: Hub) {
  const { state } = hub.parts.databases;
  const { _rev, ...document } = { ...(await state.get(`learner:${lab.learner()}`)) };
  return openLearnerState(stateDocumentSchema.parse(document), lab.key(lab.learner()));
}

function expected(lab: HubLab, recorded: readonly CarriedEvent[]) {
  const key = lab.key(lab.learner());
  const opened = recorded.map(({ _rev, ...event }) => openEvent(event, key));
  return foldLearner(lab.learner(), opened);
}

describe('[FLD2] events that come late', () => {
  it('are folded into their place, however late they are and whatever was folded before', async () => {
    const lab = await HubLab.make({ learners });
    const fresh = lab.disk;
    const lamports = fc.array(fc.integer({ min: 1, max: 1000 }), {
      minLength: events,
      maxLength: events,
    });
    const property = fc.asyncProperty(lamports, fc.nat(events), async (drawn, crowdAt) => {
      lab.disk = fresh.copy();
      const hub = await lab.open();
      const store = lab.store();
      const recorded: CarriedEvent[] = [];
      for (const [place, lamport] of drawn.entries()) {
        const payload =
          place % 5 === 0 ? payloads.opened() : payloads.attempt(`i-${place}`, 'right');
        recorded.push(store.record(payload, lab.learner(), lamport));
        await push(hub, lab.station(), recorded.slice(-1));
        // More learners than the hub remembers come in between.
        if (place === crowdAt) await pushOfEverybodyElse(lab, hub);
        await hub.settled();
        expect(await shown(lab, hub)).toEqual(expected(lab, recorded));
      }
      await hub.close();
    });
    await fc.assert(property, { seed: 20261122, numRuns: 4, endOnFailure: true });
  }, 120_000);
});

async function pushOfEverybodyElse(lab: HubLab, hub: Hub) {
  const store = lab.store();
  const others = lab.learners.slice(1);
  const some = others.map((learner) => store.record(payloads.started(), learner));
  await push(hub, lab.station(), some);
}
