import { createGroup } from '../../../src/hub/office/people.ts';
import { withOffice } from '../../../src/hub/office/site-on-disk.ts';
import type { SiteOffice } from '../../../src/hub/office/site-office.ts';
import { databaseNames } from '../../../src/hub/site/database-names.ts';
import { freshIds } from '../../../src/hub/site/fresh-ids.ts';
import { databaseFolder } from '../../../src/hub/site/set-up-folder.ts';
import { learnerAccountSchema } from '../../../src/shared/contracts/documents/directory.ts';
import { sealingKeyIdSchema } from '../../../src/shared/contracts/documents/event.ts';
import { learnerStateSchema } from '../../../src/shared/contracts/documents/state.ts';
import type { SealingKey } from '../../../src/shared/contracts/keyring.ts';
import { drawings } from '../../../src/shared/contracts/drawings.ts';
import type { Generation, LearnerId } from '../../../src/shared/ids.ts';
import {
  sealLearnerAccount,
  sealLearnerState,
} from '../../../src/sync/envelope/sealed-documents.ts';
import { newSealingKey } from '../../../src/sync/envelope/sealing.ts';
import { systemClock, systemRandomness } from '../../../src/sync/machine/system-ports.ts';
import { openLevelStorage } from '../../../src/sync/store/level-storage.ts';
import { usualState } from './many-learners.ts';

/** Learners in one entry of the journal: as many as its 64 KiB hold with room to spare. */
const enrolAtOnce = 50;
const usualGroups = 60;
const random = systemRandomness();

const families = [
  ['សុខ', 'Sok'],
  ['ចាន់', 'Chan'],
  ['គង់', 'Kong'],
  ['ហេង', 'Heng'],
  ['លី', 'Ly'],
  ['នួន', 'Nuon'],
  ['អ៊ុក', 'Ouk'],
  ['ម៉ៅ', 'Mao'],
  ['ឈុន', 'Chhun'],
  ['កែវ', 'Keo'],
] as const;
const givens = [
  ['ដារ៉ា', 'Dara'],
  ['រិទ្ធី', 'Rithy'],
  ['ឧត្តម', 'Udom'],
  ['វណ្ណៈ', 'Vannak'],
  ['បូរ៉ា', 'Bora'],
  ['សុភ័ក្រ', 'Sopheak'],
  ['ពិសិដ្ឋ', 'Piseth'],
  ['សុវណ្ណ', 'Sovann'],
] as const;

/** The names of the nth, unlike those of any other. */
export function nameOfLearner(nth: number): { readonly km: string; readonly en: string } {
  const [family, given] = [families[nth % families.length], givens[nth % givens.length]];
  // All of one length, so that none is found by another's.
  const number = String(nth).padStart(4, '0');
  return {
    km: `${family?.[0]} ${given?.[0]} ${number}`,
    en: `${family?.[1]} ${given?.[1]} ${number}`,
  };
}

interface Enrolled {
  readonly learner: LearnerId;
  readonly key: SealingKey;
}

/** So many learners more at a site whose hub does not run, each with some work folded. Returns who they are. */
export async function addThousands(
  hubFolder: string,
  generation: Generation,
  count: number,
  groups = usualGroups,
): Promise<readonly LearnerId[]> {
  const ports = { random, clock: systemClock() };
  const enrolled = await withOffice(hubFolder, ports, (office) => enrol(office, count, groups));
  const storage = await openLevelStorage(databaseFolder(hubFolder));
  const state = await storage.open(databaseNames(generation).state);
  const station = freshIds.station(random);
  const store = Buffer.from(random.bytes(8)).toString('hex');
  const documents = enrolled.map(({ learner, key }, at) => {
    const id = `${station}:${store}:${String(at + 1).padStart(12, '0')}`;
    const last = learnerStateSchema.shape.last.parse({ lamport: at + 1, id });
    const worked = { ...usualState(learner, last), attempts: at % 977, right: at % 491 };
    return sealLearnerState(worked, { [`${station}:${store}`]: at + 1 }, key, random);
  });
  for (let at = 0; at < documents.length; at += 500) {
    await state.putMany(documents.slice(at, at + 500));
  }
  await storage.close();
  return enrolled.map(({ learner }) => learner);
}

async function enrol(
  office: SiteOffice,
  count: number,
  groups: number,
): Promise<readonly Enrolled[]> {
  const made: Awaited<ReturnType<typeof createGroup>>[] = [];
  for (let at = 0; at < groups; at += 1) {
    const symbol = drawings[at % drawings.length] ?? 'rice';
    made.push(await createGroup(office, { name: { km: `ក្រុម ${at}`, en: `Group ${at}` }, symbol }));
  }
  const { keyring } = await office.readKeyring();
  const [known] = keyring.learners;
  if (known === undefined) throw new Error('The site has demo people.');
  const enrolled = Array.from({ length: count }, () => {
    const learner = freshIds.learner(random);
    return {
      learner,
      key: newSealingKey(sealingKeyIdSchema.parse(`learner:${learner}:1`), random),
    };
  });
  const keys = enrolled.map((each) => ({ ...each, verifier: known.verifier }));
  await office.changeKeyring((held) => ({ ...held, learners: [...held.learners, ...keys] }));
  for (let from = 0; from < count; from += enrolAtOnce) {
    const some = enrolled.slice(from, from + enrolAtOnce);
    await office.record({
      type: 'learner.enrolled',
      documents: (hubSeq) =>
        some.map(({ learner, key }, at) => {
          const account = learnerAccountSchema.parse({
            learner,
            name: nameOfLearner(from + at),
            group: made[(from + at) % groups],
            tile: { picture: drawings[(from + at) % drawings.length], colour: 'leaf' },
            language: 'km',
            disabled: false,
          });
          return sealLearnerAccount(hubSeq, account, key, random);
        }),
    });
  }
  return enrolled;
}
