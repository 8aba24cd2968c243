import * as z from 'zod';
import { lessonSchema } from '../../shared/contracts/lesson.ts';
import { packSourceSchema } from '../../shared/contracts/pack-manifest.ts';

const describedFiles = {
  'lesson.schema.json': { title: 'A lesson of Rean', schema: lessonSchema },
  'pack.source.schema.json': {
    title: 'The description of a pack of Rean',
    schema: packSourceSchema,
  },
} as const;

/**
 * JSON Schemas of the files an author writes, by their names in `docs/schemas` ([AUT3]): an editor that knows
 * them offers members and underlines mistakes. What a shape can't say, as that an answer is one of the
 * options, only `rean pack build` tells.
 */
export function authorsSchemas(): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(describedFiles).map(([name, { title, schema }]) => {
      const shape = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', reused: 'ref' });
      return [name, `${JSON.stringify({ title, ...shape }, null, 2)}\n`];
    }),
  );
}
