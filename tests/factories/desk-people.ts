import {
  groupIdSchema,
  learnerIdSchema,
  siteIdSchema,
  staffIdSchema,
  stationIdSchema,
} from '../../src/shared/ids.ts';
import type { LearnerId, StaffId } from '../../src/shared/ids.ts';
import type {
  DirectoryDocument,
  LearnerAccount,
  StaffAccount,
} from '../../src/shared/contracts/documents/directory.ts';
import {
  directoryDocumentSchema,
  groupScopes,
} from '../../src/shared/contracts/documents/directory.ts';
import { sealingKeyIdSchema } from '../../src/shared/contracts/documents/event.ts';
import type { Keyring, SealingKey } from '../../src/shared/contracts/keyring.ts';
import type { Randomness } from '../../src/shared/ports.ts';
import { sealLearnerAccount, sealStaffAccount } from '../../src/sync/envelope/sealed-documents.ts';
import { newSealingKey } from '../../src/sync/envelope/sealing.ts';
import { makeStaffVerifier } from '../../src/sync/identity/staff-key.ts';
import { hashSecret } from '../../src/sync/identity/verifier.ts';
import { seededRandomness } from './seeded-randomness.ts';
import { deskCourse } from './two-lesson-pack.ts';
import { testCost } from './verifier-cost.ts';

export const deskSite = siteIdSchema.parse('site-abcdefgh');
export const deskStation = stationIdSchema.parse('st-aaaaaaaa');
export const otherDeskStation = stationIdSchema.parse('st-bbbbbbbb');
export const deskGroup = groupIdSchema.parse('gr-abcdefgh');
export const sokha = learnerIdSchema.parse('ln-aaaaaaaaaaaa');
export const dara = learnerIdSchema.parse('ln-bbbbbbbbbbbb');
export const officer = staffIdSchema.parse('of-aaaaaaaaaaaa');
export const technician = staffIdSchema.parse('of-bbbbbbbbbbbb');

export const rightCode = ['rice', 'fish', 'house', 'tree'] as const;
export const wrongCode = ['moon', 'fish', 'house', 'tree'] as const;
export const passphrase = 'sugar palm at noon';

/** A small site's people, as its hub would seal them: two learners and two of the staff. */
export interface DeskPeople {
  readonly keyring: Keyring;
  readonly documents: readonly DirectoryDocument[];
  keyOf(learner: LearnerId): SealingKey;
  /** A learner's directory document with members changed, under the next hub sequence. */
  changed(learner: LearnerId, over: Partial<LearnerAccount>): DirectoryDocument;
  /** As {@link changed}, of one of the staff. */
  changedStaff(staff: StaffId, over: Partial<StaffAccount>): DirectoryDocument;
}

const learnerNames: readonly (readonly [LearnerId, string])[] = [
  [sokha, 'សុខា'],
  [dara, 'តារា'],
];
const staffRoles = [
  [officer, 'ចាន់', 'officer'],
  [technician, 'វុទ្ធី', 'technician'],
] as const;

export async function deskPeople(): Promise<DeskPeople> {
  // The same keys for every desk, as they share a keyring.
  const randomness = seededRandomness(78);
  const keys = new Map(
    learnerNames.map(([learner]) => [
      learner,
      newSealingKey(sealingKeyIdSchema.parse(`learner:${learner}:1`), randomness),
    ]),
  );
  const siteKey = newSealingKey(sealingKeyIdSchema.parse(`site:${deskSite}:1`), randomness);
  const keyOf = (learner: LearnerId) => keys.get(learner) ?? siteKey;
  const keyring = await keyringOf(siteKey, keys, randomness);
  let hubSeq = 1;
  const staffDocument = (staff: StaffId, over: Partial<StaffAccount> = {}) => {
    hubSeq += 1;
    return sealStaffAccount(
      hubSeq,
      { ...staffAccountOf(staff, keyring), ...over },
      siteKey,
      randomness,
    );
  };
  const learnerDocument = (account: LearnerAccount) => {
    hubSeq += 1;
    return sealLearnerAccount(hubSeq, account, keyOf(account.learner), randomness);
  };
  return {
    keyring,
    keyOf,
    documents: [
      ...siteDocuments,
      ...learnerNames.map(([learner, name]) => learnerDocument(accountOf(learner, name))),
      ...staffRoles.map(([staff]) => staffDocument(staff)),
    ],
    changedStaff: (staff, over) => staffDocument(staff, over),
    changed: (learner, over) =>
      learnerDocument({ ...accountOf(learner, nameOf(learner)), ...over }),
  };
}

let kept: Promise<Keyring> | null = null;

/** Hashing secrets takes its time on purpose, so one keyring serves every desk of a test file. */
function keyringOf(
  siteKey: SealingKey,
  keys: ReadonlyMap<LearnerId, SealingKey>,
  randomness: Randomness,
): Promise<Keyring> {
  kept ??= makeKeyring(siteKey, keys, randomness);
  return kept;
}

async function makeKeyring(
  siteKey: SealingKey,
  keys: ReadonlyMap<LearnerId, SealingKey>,
  randomness: Randomness,
): Promise<Keyring> {
  const pepper = Buffer.from(randomness.bytes(32)).toString('base64');
  const named = { name: null, secret: pepper };
  const code = { kind: 'pictures', code: rightCode } as const;
  const pictures = await hashSecret(code, named, randomness, testCost);
  const words = await makeStaffVerifier(passphrase, named, randomness, testCost);
  return {
    v: 1,
    site: deskSite,
    siteKey,
    pepper,
    learners: [...keys].map(([learner, key]) => ({ learner, key, verifier: pictures })),
    staff: staffRoles.map(([staff]) => ({ staff, verifier: words })),
  };
}

/** All of the staff have one passphrase here, and so one key. */
function signingKeysIn({ staff: [first] }: Keyring): StaffAccount['signingKeys'] {
  return first?.verifier.signingKey === undefined ? {} : { 1: first.verifier.signingKey };
}

function staffAccountOf(staff: StaffId, keyring: Keyring): StaffAccount {
  const [, name, role] = staffRoles.find(([known]) => known === staff) ?? staffRoles[0];
  return {
    staff,
    name: { km: name },
    role,
    scopes: [...groupScopes],
    groups: [],
    signingKeys: signingKeysIn(keyring),
    disabled: false,
  };
}

const nameOf = (learner: LearnerId) =>
  learnerNames.find(([known]) => known === learner)?.[1] ?? learner;

const accountOf = (learner: LearnerId, name: string): LearnerAccount => ({
  learner,
  name: { km: name },
  group: deskGroup,
  sex: 'female',
  birthYear: 1990,
  tile: { picture: 'rooster', colour: 'indigo' },
  card: null,
  language: 'km',
  disabled: false,
});

const base = { v: 1, hubSeq: 1 };
const kiosk = (station: string, seat: number) => ({
  ...base,
  _id: `station:${station}`,
  type: 'station',
  station,
  name: { km: `កុំព្យូទ័រ ${seat}` },
  kind: 'kiosk',
  signingKeys: {},
  certificate: '0'.repeat(64),
  seat,
  disabled: false,
});

const siteDocuments: readonly DirectoryDocument[] = [
  { ...base, _id: 'site', type: 'site', site: deskSite, name: { km: 'គុក ១' }, demo: true },
  { ...base, _id: 'segments', type: 'segments', open: ['events-0001'] },
  kiosk(deskStation, 1),
  kiosk(otherDeskStation, 2),
  {
    ...base,
    _id: `group:${deskGroup}`,
    type: 'group',
    group: deskGroup,
    name: { km: 'ក្រុម ក' },
    symbol: 'lotus',
  },
  ...[sokha, dara].map((learner) => ({
    ...base,
    _id: `enrolment:${learner}:${deskCourse}`,
    type: 'enrolment',
    learner,
    course: deskCourse,
    active: true,
  })),
].map((document) => directoryDocumentSchema.parse(document));
