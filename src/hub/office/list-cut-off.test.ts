import { expect, it, vi } from 'vitest';
import { HubLab } from '../../../tests/factories/hub-lab.ts';
import { appointSigner, carryOut } from '../../../tests/factories/staff-signers.ts';
import { mostImported } from '../../shared/contracts/commands/learner-commands.ts';
import { createGroup } from './people.ts';
import { readRoster } from './roster.ts';

const parts = 3;

it('[IMP3] a list that was cut off among its parts, and within one, is there once when it is brought in again', async () => {
  const lab = await HubLab.make({ stations: ['kiosk', 'supervisor'], learners: 0 });
  let hub = await lab.open();
  const officer = await appointSigner(hub, { role: 'officer' });
  const group = await createGroup(hub.parts.office, { name: { km: 'ក' }, symbol: 'boat' });
  const rows = Array.from({ length: parts * mostImported }, (_, at) => ({
    name: { km: `ស${'ក'.repeat(at % 50)}${'ខ'.repeat(Math.floor(at / 50))}` },
    sex: 'male',
    birthYear: 1990,
    group,
    language: 'km',
    twin: false,
  }));
  const bring = (part: number) =>
    carryOut(hub, {
      type: 'learner.import',
      input: {
        added: rows.slice(part * mostImported, (part + 1) * mostImported),
        changed: [],
        misfitKnown: false,
      },
      as: lab.station(1),
      by: [officer],
    });

  expect(await bring(0)).toMatchObject({ result: 'done' });
  const { journal } = hub.parts.office;
  const append = journal.append.bind(journal);
  vi.spyOn(journal, 'append').mockImplementationOnce(async (...entry) => {
    await append(...entry);
    lab.cutPower();
  });
  await bring(1);
  hub = await lab.open();
  const { learners: some } = await readRoster(hub.parts.office);
  expect(some.size).toBeGreaterThan(mostImported);
  expect(some.size).toBeLessThan(2 * mostImported);

  const again = [];
  for (let part = 0; part < parts; part += 1) again.push(await bring(part));
  expect(again.map((answer) => answer.result === 'done' && answer.output)).toMatchObject([
    { added: [], same: mostImported },
    { same: some.size - mostImported },
    { same: 0 },
  ]);
  const all = [...(await readRoster(hub.parts.office)).learners.values()];
  expect(all.map(({ name }) => name.km).toSorted()).toEqual(
    rows.map(({ name }) => name.km).toSorted(),
  );
  expect(new Set(all.map(({ tile }) => `${tile.picture} ${tile.colour}`)).size).toBe(all.length);
  expect(new Set(all.map(({ card }) => card)).size).toBe(all.length);
});
