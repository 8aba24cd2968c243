import * as z from 'zod';

/** Of the site.json that whoever makes an image plants on its PCs ([IMG2]): what a first start has use for. */
export const plantedSiteSchema = z.object({
  hub: z.object({ url: z.url({ protocol: /^https$/ }).max(200) }),
});
