import * as z from 'zod';
import { localizedSchema } from '../../shared/contracts/phrase.ts';
import { languageSchema } from '../../shared/ids.ts';

/** An address of the site's own network with its prefix, as `192.0.2.10/24`. */
const addressSchema = z.cidrv4();

/**
 * `site.json`: what the images of one site are made from ([IMG2]). It goes into them as it was
 * written, signed, and is read again there.
 */
export const siteConfigSchema = z.strictObject({
  format: z.literal(1),
  /** Short name for files and screens of technicians; letters, digits and hyphens. */
  site: z.string().regex(/^[a-z0-9](?:[a-z0-9-]{0,30}[a-z0-9])?$/),
  name: localizedSchema,
  /** The first site manager, where it is known who that will be: the hub's screen can't have Khmer typed ([HBS1]). */
  manager: localizedSchema.optional(),
  hub: z.strictObject({
    /** What stations and people call it by. */
    url: z.url({ protocol: /^https$/ }),
    /** The hub PC's own address; without one it asks the network. */
    address: addressSchema.optional(),
    /** What it hands out while it installs PCs over the LAN, where no other PC does ([PXE3]). */
    leases: z.strictObject({ first: z.ipv4(), last: z.ipv4() }).optional(),
  }),
  /** How many kiosks there are: numbers above are asked again by the installer. */
  kiosks: z.int().min(1).max(40),
  language: languageSchema.default('km'),
  timezone: z
    .string()
    .regex(/^[A-Za-z_]+(?:\/[A-Za-z_+-]+)*$/)
    .default('Asia/Phnom_Penh'),
  /** Packs (.kpack) that go into the hub's and stations' images; paths beside this file. */
  packs: z.array(z.string().min(1).max(400)).max(200).default([]),
  /** Firmware of real PCs' cards and chips, from Debian's non-free-firmware. */
  firmware: z.boolean().default(true),
});
export type SiteConfig = z.infer<typeof siteConfigSchema>;
