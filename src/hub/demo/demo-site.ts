import * as z from 'zod';
import { groupScopes, staffRoles, tileSchema } from '../../shared/contracts/documents/directory.ts';
import { localizedSchema } from '../../shared/contracts/phrase.ts';
import { pictureCodeSchema } from '../../shared/contracts/sign-in.ts';
import { courseIdSchema, learnerIdSchema, staffIdSchema } from '../../shared/ids.ts';
import { appointStaff, createGroup, enrolInCourses, enrolLearner } from '../office/people.ts';
import type { SiteOffice } from '../office/site-office.ts';
import type { SiteFile } from '../site/site-files.ts';
import { demoGroups, demoStaff } from './demo-people.ts';
import type { DemoGroup } from './demo-people.ts';
import { drawPassphrase, drawPictureCode } from '../office/drawn-secrets.ts';

/** How the demo people sign in: made up for a practice site, and shown to whoever starts it. */
export const demoSignInsSchema = z.strictObject({
  v: z.literal(1),
  learners: z.array(
    z.strictObject({
      learner: learnerIdSchema,
      name: localizedSchema,
      group: localizedSchema,
      tile: tileSchema,
      code: pictureCodeSchema,
    }),
  ),
  staff: z.array(
    z.strictObject({
      staff: staffIdSchema,
      name: localizedSchema,
      role: z.enum(staffRoles),
      passphrase: z.string(),
    }),
  ),
});
export type DemoSignIns = z.infer<typeof demoSignInsSchema>;

export const demoSignInsFile: SiteFile<DemoSignIns> = {
  path: 'demo-sign-ins.json',
  schema: demoSignInsSchema,
};

/** Fills a new site with demo people, and keeps their sign-ins in `demo-sign-ins.json`. */
export async function furnishDemoSite(office: SiteOffice): Promise<void> {
  const learners: DemoSignIns['learners'] = [];
  for (const group of demoGroups) learners.push(...(await furnishGroup(office, group)));
  const staff: DemoSignIns['staff'] = [];
  for (const person of demoStaff) {
    const passphrase = drawPassphrase(office.random);
    const id = await appointStaff(office, { ...person, scopes: [...groupScopes], passphrase });
    staff.push({ staff: id, ...person, passphrase });
  }
  await office.vault.write(demoSignInsFile, { v: 1, learners, staff });
}

async function furnishGroup(
  office: SiteOffice,
  { name, symbol, scope, courses, learners }: DemoGroup,
): Promise<DemoSignIns['learners']> {
  const group = await createGroup(office, { name, symbol, scope });
  const signIns: DemoSignIns['learners'] = [];
  for (const person of learners) {
    const code = drawPictureCode(office.random);
    const learner = await enrolLearner(office, { ...person, group, language: 'km', code });
    await enrolInCourses(
      office,
      learner,
      courses.map((course) => courseIdSchema.parse(course)),
    );
    signIns.push({ learner, ...person, group: name, code: [...code] });
  }
  return signIns;
}
