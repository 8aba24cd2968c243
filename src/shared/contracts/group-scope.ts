import * as z from 'zod';

/** Whom a group is of. Women's and minors' groups are apart: who sees to the one need not to the other. */
export const groupScopes = ['men', 'women', 'minors'] as const;
export const groupScopeSchema = z.enum(groupScopes);
export type GroupScope = (typeof groupScopes)[number];
