import { beforeAll, describe, expect, it } from 'vitest';
import { HubLab } from '../../../tests/factories/hub-lab.ts';
import { appointSigner, carryOut } from '../../../tests/factories/staff-signers.ts';
import { mostSpokenBytes } from '../../shared/contracts/spoken.ts';
import type { CommandSigner } from '../../sync/command/sign-command.ts';
import type { Hub } from '../hub.ts';

let lab: HubLab;
let hub: Hub;
let officer: CommandSigner;

beforeAll(async () => {
  lab = await HubLab.make({ stations: ['kiosk', 'supervisor'] });
  hub = await lab.open();
  officer = await appointSigner(hub, { role: 'officer' });
}, 60_000);

const record = (said: object, by = officer) =>
  carryOut(hub, {
    type: 'spoken.record',
    input: { word: 'pause', language: 'km', ...said },
    as: lab.station(1),
    by: [by],
    reason: null,
  });
const voice = (bytes: number, fill = 7) => Buffer.alloc(bytes, fill).toString('base64');
const held = () => hub.parts.office.directory.all('spoken:');

describe('[SPK2] what screens say aloud', () => {
  it('is one document a word and language, of which the last holds, on record by name', async () => {
    await record({ audio: voice(100) });
    await record({ language: 'en', audio: voice(100) });
    expect(await record({ audio: voice(mostSpokenBytes) })).toEqual({ result: 'done', output: {} });
    expect(await held()).toMatchObject([
      { _id: 'spoken:pause:en', audio: voice(100) },
      { _id: 'spoken:pause:km', word: 'pause', language: 'km', audio: voice(mostSpokenBytes) },
    ]);
    expect((await hub.parts.office.factsAfter(0, ['spoken.recorded'])).at(-1)).toMatchObject({
      payload: { by: officer.staff, command: { type: 'spoken.record' } },
    });
  });

  it('is taken away again', async () => {
    expect(await record({ audio: null })).toMatchObject({ result: 'done' });
    expect((await held()).find(({ _id }) => _id === 'spoken:pause:km')).toMatchObject({
      audio: null,
    });
  });

  it('takes no word of somebody’s own, nothing too large, and nothing empty', async () => {
    const before = await held();
    const wrong = [
      { word: 'shout', audio: null },
      { language: 'th', audio: null },
      { audio: voice(mostSpokenBytes + 3) },
      { audio: '' },
      { audio: '<svg>' },
    ];
    for (const said of wrong) {
      expect(await record(said)).toMatchObject({ code: 'shape.invalid' });
    }
    expect(await held()).toEqual(before);
  });

  it('is recorded by no instructor and no technician', async () => {
    for (const role of ['instructor', 'technician'] as const) {
      const somebody = await appointSigner(hub, { role });
      expect(await record({ audio: null }, somebody)).toMatchObject({ code: 'permission.denied' });
    }
  });
});
