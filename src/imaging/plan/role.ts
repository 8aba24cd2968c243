import * as z from 'zod';

/** What a PC of a lab is: one image each. */
export const imageRoleSchema = z.enum(['station', 'hub', 'supervisor']);
export type ImageRole = z.infer<typeof imageRoleSchema>;

/** The Debian package of ours that makes a PC what it is. */
export const packageOf: Readonly<Record<ImageRole, string>> = {
  station: 'rean-station',
  hub: 'rean-hub',
  supervisor: 'rean-station',
};
