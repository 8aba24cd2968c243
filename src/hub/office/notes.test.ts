import { beforeAll, describe, expect, it } from 'vitest';
import { HubLab } from '../../../tests/factories/hub-lab.ts';
import {
  appointSigner,
  carryOut,
  command,
  signedCommand,
} from '../../../tests/factories/staff-signers.ts';
import { standingNotes } from '../../domain/learner-page/standing-notes.ts';
import type { GroupId, LearnerId } from '../../shared/ids.ts';
import type { CommandSigner } from '../../sync/command/sign-command.ts';
import { openNote } from '../../sync/envelope/sealed-documents.ts';
import type { Hub } from '../hub.ts';
import { importLearners } from './learners.ts';
import { createGroup } from './people.ts';

let lab: HubLab;
let hub: Hub;
let officer: CommandSigner;
let group: GroupId;
let learner: LearnerId;

beforeAll(async () => {
  lab = await HubLab.make({ stations: ['supervisor', 'kiosk'], learners: 0 });
  hub = await lab.open();
  officer = await appointSigner(hub, { role: 'officer', scopes: ['men'] });
  group = await createGroup(hub.parts.office, { name: { km: 'ក' }, symbol: 'boat' });
  const row = { sex: 'male', birthYear: 1990, group, language: 'km', twin: true } as const;
  const asked = { asker: {}, misfitKnown: true, year: 2026 };
  const added = [{ ...row, name: { km: 'សុខ' } }];
  const made = await importLearners(hub.parts.office, { added, changed: [] }, asked);
  const [account] = made.added;
  if (!account) throw new Error('one was made');
  ({ learner } = account);
}, 60_000);

const asking = (type: string, input: object, by = officer, reason: string | null = null) =>
  carryOut(hub, { type, input, reason, as: lab.station(0), by: [by] });
const make = (note: string, by = officer) => asking('note.make', { learner, note }, by);

async function records() {
  const key = hub.parts.registry.learnerKey(learner);
  const documents = await hub.parts.office.directory.all(`note:${learner}:`);
  return documents
    .toSorted((a, b) => a.hubSeq - b.hubSeq)
    .flatMap((each) => (each.type === 'note' && key ? openNote(each, key) : []));
}
const standing = async () => standingNotes(await records()).map(({ note }) => note);
const entries = () => hub.parts.office.journal.nextHubSeq;

describe('[LPG4] a note of how somebody learns', () => {
  it('is on record under who made it, sealed with the learner’s key, and made once', async () => {
    expect(await make('works-alone')).toMatchObject({ result: 'done' });
    const before = entries();
    expect(await make('works-alone')).toMatchObject({ result: 'done' });
    expect(entries()).toBe(before);
    expect(await records()).toMatchObject([{ note: 'works-alone', by: officer.staff, learner }]);
    const documents = await hub.parts.office.directory.all('note:');
    expect(JSON.stringify(documents)).not.toContain('works-alone');
    const [fact] = await hub.parts.office.factsAfter(0, ['note.made']);
    expect(fact?.payload).toMatchObject({ by: officer.staff, command: { type: 'note.make' } });
    expect(JSON.stringify(fact?.payload.command)).not.toContain('works-alone');
  });

  it('is taken back by another record, and may then be made anew', async () => {
    const [{ id } = { id: '' }] = await records();
    const back = { learner, note: id };
    expect(await asking('note.take-back', back)).toMatchObject({ result: 'done' });
    expect(await standing()).toEqual([]);
    expect(await records()).toHaveLength(2);
    const before = entries();
    expect(await asking('note.take-back', back)).toMatchObject({ result: 'done' });
    expect(entries()).toBe(before);
    await make('works-alone');
    await make('tutor-candidate');
    expect(await standing()).toEqual(['works-alone', 'tutor-candidate']);
  });

  it('[CMD3] that comes twice is one', async () => {
    const input = { learner, note: 'steady' };
    const asked = { type: 'note.make', input, as: lab.station(0), by: [officer] };
    const signed = await signedCommand(hub, asked);
    const first = await command(hub, lab.station(0), signed);
    expect(await command(hub, lab.station(0), signed)).toEqual(first);
    expect((await standing()).filter((note) => note === 'steady')).toHaveLength(1);
  });

  it('[CMD7] is one of the list, with no reason in anybody’s words, from a supervisor’s station', async () => {
    expect(await make('ចូលចិត្តឈ្លោះ')).toMatchObject({ code: 'shape.invalid' });
    const reasoned = await asking('note.make', { learner, note: 'aloof' }, officer, 'ពាក្យ');
    expect(reasoned).toMatchObject({ code: 'shape.invalid' });
    const nobodys = { learner, note: 'cm-9999999999999999' };
    expect(await asking('note.take-back', nobodys)).toMatchObject({ code: 'shape.invalid' });
    const input = { learner, note: 'does-well' };
    const kiosk = { type: 'note.make', input, as: lab.station(1), by: [officer] };
    expect(await carryOut(hub, kiosk)).toMatchObject({ code: 'permission.denied' });
  });

  it('[PRM1] is made by whoever sees the learner, and by nobody else', async () => {
    const teaches = await appointSigner(hub, { role: 'instructor', groups: [group] });
    const manager = await appointSigner(hub, { role: 'site-manager' });
    expect(await make('helps-others', teaches)).toMatchObject({ result: 'done' });
    expect(await make('ready-next', manager)).toMatchObject({ result: 'done' });
    const others = [
      await appointSigner(hub, { role: 'officer', scopes: ['women'] }),
      await appointSigner(hub, { role: 'instructor' }),
      await appointSigner(hub, { role: 'technician' }),
      await appointSigner(hub, { role: 'programme' }),
    ];
    for (const by of others) {
      expect(await make('more-time', by)).toMatchObject({ code: 'permission.denied' });
    }
    const stranger = { learner: 'ln-zzzzzzzzzzzz', note: 'steady' };
    expect(await asking('note.make', stranger)).toMatchObject({ code: 'learner.unknown' });
  });

  it('is there after the hub was cut off as the entry was written', async () => {
    const { journal } = hub.parts.office;
    const append = journal.append.bind(journal);
    journal.append = async (...entry) => {
      await append(...entry);
      lab.cutPower();
    };
    await make('smaller-steps');
    hub = await lab.open();
    expect(await standing()).toContain('smaller-steps');
  });
});
