import { contracts, requestSchema } from '../../shared/contracts/ipc/contract.ts';
import type { Request, WindowRole } from '../../shared/contracts/ipc/contract.ts';
import type { ErrorCode } from '../../shared/errors.ts';

export type CheckedRequest =
  | { readonly ok: true; readonly request: Request }
  | { readonly ok: false; readonly code: ErrorCode; readonly id: number | null };

type InputSchema = (typeof contracts)[WindowRole]['commands' | 'streams'];

const inputOf = (shapes: InputSchema, name: string) =>
  Object.entries(shapes).find(([known]) => known === name)?.[1].input ?? null;

/**
 * Reads a message of a window: is it a request, may this role make it, has its input the agreed
 * shape ([IPC2])? `id` is given where the window can be told.
 */
export function checkRequest(role: WindowRole, message: unknown): CheckedRequest {
  const parsed = requestSchema.safeParse(message);
  if (!parsed.success) return { ok: false, code: 'shape.invalid', id: null };
  const request = parsed.data;
  if (request.kind === 'unsubscribe') return { ok: true, request };
  const { commands, streams } = contracts[role];
  const input = inputOf(request.kind === 'command' ? commands : streams, request.name);
  if (input === null) return { ok: false, code: 'ipc.unknown-command', id: request.id };
  const read = input.safeParse(request.input);
  if (!read.success) return { ok: false, code: 'shape.invalid', id: request.id };
  return { ok: true, request: { ...request, input: read.data } };
}
