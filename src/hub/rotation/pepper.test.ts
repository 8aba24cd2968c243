import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { testPassphrase } from '../../../tests/factories/backups.ts';
import { HubLab } from '../../../tests/factories/hub-lab.ts';
import { temporaryFolder } from '../../../tests/factories/temporary-folder.ts';
import type { Keyring } from '../../shared/contracts/keyring.ts';
import type { LearnerId } from '../../shared/ids.ts';
import { openHandover } from '../../sync/identity/handover.ts';
import { newestPepper, pepperNamed, peppersOf } from '../../sync/identity/peppers.ts';
import { makeStaffVerifier, openStaffSeed } from '../../sync/identity/staff-key.ts';
import { readKeysFile } from '../backup/keys-file.ts';
import type { Hub } from '../hub.ts';
import { handOverSignIn } from '../office/learner-keys.ts';
import { disableLearner } from '../office/learners.ts';
import { appointStaff } from '../office/people.ts';
import { changePassphrase } from '../office/staff.ts';
import { siteFiles } from '../site/site-files.ts';
import { dropOldPeppers, pepperStanding } from './pepper.ts';
import { rotateKey } from './rotate-key.ts';

const persons = { reason: 'left', who: 'Chan', second: 'Sok' } as const;
const passphrase = 'rain on a tin roof';

async function openLab(learners: number) {
  const lab = await HubLab.make({ learners });
  const hub = await lab.open();
  onTestFinished(() => hub.close());
  const { office } = hub.parts;
  const terms = { name: { km: 'សុខ' }, role: 'officer', scopes: ['men'] } as const;
  const staff = await appointStaff(office, { ...terms, scopes: ['men'], passphrase });
  const keys = join(await temporaryFolder(), 'keys');
  return { lab, hub, office, staff, keys };
}

function rotate({ parts }: Hub, path: string): Promise<void> {
  const keys = { path, passphrase: testPassphrase };
  return rotateKey(parts, { ...persons, key: 'pepper', hosts: null, keys });
}

const held = async (hub: Hub) => (await hub.parts.office.readKeyring()).keyring;

function ownOf(keyring: Keyring, learner: LearnerId) {
  const own = keyring.learners.find((each) => each.learner === learner);
  if (own === undefined) throw new Error('no keys');
  return own;
}

describe('[KEY3] the pepper', () => {
  it('is another for every secret from then on, and the earlier one goes when nobody needs it', async () => {
    const { lab, hub, office, staff, keys } = await openLab(1);
    const before = await held(hub);
    await rotate(hub, keys);
    const { pepper } = await held(hub);
    expect(pepper).toBe(before.pepper);
    expect(await pepperStanding(office, hub.parts.registry.keyring)).toMatchObject({
      peppers: 2,
      learners: [{ learner: lab.learner() }],
      staff: [{ staff, name: { km: 'សុខ' } }],
    });
    await dropOldPeppers(office, persons);
    expect(peppersOf(await held(hub))).toHaveLength(2);

    const given = { learner: lab.learner(), form: 'pictures', since: 1 } as const;
    const number = await handOverSignIn(office, given);
    const newest = newestPepper(await held(hub));
    const words = 'nine clay pots in rain';
    await changePassphrase(office, staff, await makeStaffVerifier(words, newest, office.random));
    expect(await pepperStanding(office, hub.parts.registry.keyring)).toEqual({
      peppers: 2,
      learners: [],
      staff: [],
    });
    await dropOldPeppers(office, persons);
    const after = await held(hub);
    expect(peppersOf(after)).toEqual([newest]);
    const { handover } = ownOf(after, lab.learner());
    const opened = { learner: lab.learner(), number, pepper: newest.secret };
    expect(handover && (await openHandover(handover, opened, handover.verifier))).not.toBeNull();
    const [own] = after.staff;
    const pepperOfStaff = own && pepperNamed(after, own.verifier.pepper);
    expect(own && (await openStaffSeed(words, pepperOfStaff ?? '', own.verifier))).not.toBeNull();
    const types = (await office.factsAfter(0, ['pepper.rotated', 'pepper.dropped'])).map(
      ({ entry }) => entry.type,
    );
    expect(types).toEqual(['pepper.rotated', 'pepper.dropped']);
  });

  it('is in a keys file before anything goes with it, and else stays what it was', async () => {
    const { hub, keys } = await openLab(0);
    await writeFile(keys, '');
    await expect(rotate(hub, join(keys, 'in-a-file'))).rejects.toMatchObject({
      code: 'backup.unwritable',
    });
    expect(peppersOf(await held(hub))).toHaveLength(1);
    await rotate(hub, keys);
    const { files } = await readKeysFile(keys, testPassphrase);
    const file = files.find(({ path }) => path === siteFiles.keyring.path);
    expect(siteFiles.keyring.schema.parse(file?.content).keyring).toEqual(await held(hub));
  });

  it('is no matter of closed accounts: what goes with a dropped one opens nothing more', async () => {
    const { lab, hub, office, staff, keys } = await openLab(2);
    await rotate(hub, keys);
    const newest = newestPepper(await held(hub));
    await changePassphrase(office, staff, await makeStaffVerifier('nine pots', newest, lab.random));
    await handOverSignIn(office, { learner: lab.learner(0), form: 'pin', since: 1 });
    await disableLearner(office, { learner: lab.learner(1), disabled: true }, { asker: {} });
    expect(await pepperStanding(office, hub.parts.registry.keyring)).toEqual({
      peppers: 2,
      learners: [],
      staff: [],
    });
    const before = ownOf(await held(hub), lab.learner(1));
    await dropOldPeppers(office, persons);
    const after = ownOf(await held(hub), lab.learner(1));
    expect(after.key).toEqual(before.key);
    expect(after.verifier).toMatchObject({ empty: true, number: 2 });
  });

  it('takes no passphrase that goes with a dropped one, and leaves the one there is', async () => {
    const { hub, office, staff, keys } = await openLab(0);
    const first = newestPepper(await held(hub));
    await rotate(hub, keys);
    const words = ['nine clay pots in rain', 'a drum beside the river'] as const;
    const late = await makeStaffVerifier(words[1], first, office.random);
    const now = await makeStaffVerifier(words[0], newestPepper(await held(hub)), office.random);
    await changePassphrase(office, staff, now);
    await dropOldPeppers(office, persons);
    const refused = { code: 'shape.invalid', facts: { at: 'verifier' } };
    await expect(changePassphrase(office, staff, late)).rejects.toMatchObject(refused);
    expect((await held(hub)).staff).toEqual([{ staff, verifier: now }]);
  });
});
