import * as z from 'zod';
import { ruleTexts } from './rule-texts.ts';
import { createTell, sentenceSchema } from './sentence.ts';
import type { Sentence } from './sentence.ts';

/** Something a shape alone can't say of what an author wrote: what is wrong, and what to do. */
export interface BrokenRule {
  readonly problem: Sentence;
  readonly fix: Sentence;
}

export const tellRule = createTell(ruleTexts);

/** What zod is told of a broken rule; {@link brokenRuleSchema} reads it back from the issue's `params`. */
export const asIssue = ({ problem, fix }: BrokenRule) => ({
  message: problem.en,
  params: { problem, fix },
});

export const brokenRuleSchema = z.object({ problem: sentenceSchema, fix: sentenceSchema });
