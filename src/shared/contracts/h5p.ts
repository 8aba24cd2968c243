import * as z from 'zod';
import { packIdSchema, semverSchema } from '../ids.ts';

/**
 * What packages of H5P and their content say of themselves. Many tools have written them over many years, so
 * no more is asked than what is needed to play one.
 */

/** Versions are written as numbers and as texts. */
const versionSchema = z.union([z.number(), z.string().regex(/^\d{1,6}$/)]).transform(Number);

const dependencySchema = z.looseObject({
  machineName: z.string().regex(/^[\w.-]{1,100}$/),
  majorVersion: versionSchema,
  minorVersion: versionSchema,
});
export type H5pDependency = z.infer<typeof dependencySchema>;

const wordSchema = z.string().optional().catch(undefined);

/** `h5p.json`. */
export const h5pPackageSchema = z.looseObject({
  title: wordSchema,
  mainLibrary: z.string().min(1),
  language: wordSchema,
  defaultLanguage: wordSchema,
  license: wordSchema,
  licenseVersion: wordSchema,
  authors: z
    .array(z.looseObject({ name: z.string() }))
    .optional()
    .catch(undefined),
  preloadedDependencies: z.array(dependencySchema).min(1),
});
export type H5pPackage = z.infer<typeof h5pPackageSchema>;

const filesSchema = z.array(z.looseObject({ path: z.string() })).optional();

/** `library.json` of a library. */
export const h5pLibrarySchema = dependencySchema.extend({
  preloadedJs: filesSchema,
  preloadedCss: filesSchema,
  preloadedDependencies: z.array(dependencySchema).optional(),
  dynamicDependencies: z.array(dependencySchema).optional().catch(undefined),
});
export type H5pLibrary = z.infer<typeof h5pLibrarySchema>;

const wordsSchema = z.record(z.string(), z.string()).optional().catch(undefined);
const numberSchema = z.number().optional().catch(undefined);

/** An xAPI statement, as content tells it. */
export const statementSchema = z.looseObject({
  verb: z.looseObject({ id: z.string() }),
  object: z
    .looseObject({
      id: wordSchema,
      definition: z
        .looseObject({
          name: wordsSchema,
          description: wordsSchema,
          interactionType: wordSchema,
          extensions: z.record(z.string(), z.unknown()).optional().catch(undefined),
        })
        .optional()
        .catch(undefined),
    })
    .optional()
    .catch(undefined),
  context: z
    .looseObject({
      contextActivities: z
        .looseObject({ parent: z.array(z.unknown()).optional().catch(undefined) })
        .optional(),
    })
    .optional()
    .catch(undefined),
  result: z
    .looseObject({
      score: z
        .looseObject({ scaled: numberSchema, raw: numberSchema, max: numberSchema })
        .optional()
        .catch(undefined),
      success: z.boolean().optional().catch(undefined),
      completion: z.boolean().optional().catch(undefined),
      response: wordSchema,
    })
    .optional()
    .catch(undefined),
});
export type Statement = z.infer<typeof statementSchema>;

/** A pack with a player of H5P, in one version. */
export const h5pPlayerPackSchema = z.strictObject({ pack: packIdSchema, version: semverSchema });
export type H5pPlayerPack = z.infer<typeof h5pPlayerPackSchema>;

/** The release of h5p-standalone that Rean plays with. */
export const h5pPlayerVersion = '3.8.2';

/** What its pack is called where nobody says otherwise, so that packs of content made elsewhere find it. */
export const usualH5pPlayer: H5pPlayerPack = {
  pack: packIdSchema.parse('org.rean.h5p-player'),
  version: semverSchema.parse(h5pPlayerVersion),
};
