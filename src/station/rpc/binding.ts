import type { Observable } from 'rxjs';
import { map } from 'rxjs';
import type * as z from 'zod';
import { ReanError } from '../../shared/errors.ts';

/**
 * Ties a contract's schemas to what serves them. After binding, a command or stream takes and gives
 * `unknown`: nothing reaches a handler unparsed, nothing leaves one unparsed ([IPC2]).
 */

interface Shape<Input extends z.ZodType, Output extends z.ZodType> {
  readonly input: Input;
  readonly output: Output;
}

export type BoundCommand = (input: unknown) => Promise<unknown>;
export type BoundStream = (input: unknown) => Observable<unknown>;

export interface BoundContract {
  readonly commands: ReadonlyMap<string, BoundCommand>;
  readonly streams: ReadonlyMap<string, BoundStream>;
}

/** @throws (from the bound command) ReanError `shape.invalid` when the input does not fit */
export function bindCommand<Input extends z.ZodType, Output extends z.ZodType>(
  shape: Shape<Input, Output>,
  handle: (input: z.output<Input>) => Promise<z.input<Output>>,
): BoundCommand {
  return async (input) => shape.output.parse(await handle(parseInput(shape.input, input)));
}

/** As `bindCommand`, for what is done and answered with nothing. */
export function bindAct<Input extends z.ZodType>(
  shape: Shape<Input, z.ZodUndefined>,
  act: (input: z.output<Input>) => Promise<void>,
): BoundCommand {
  return bindCommand(shape, async (input) => {
    await act(input);
    return undefined;
  });
}

/** @throws (from the bound stream, when called) ReanError `shape.invalid` */
export function bindStream<Input extends z.ZodType, Output extends z.ZodType>(
  shape: Shape<Input, Output>,
  watch: (input: z.output<Input>) => Observable<z.input<Output>>,
): BoundStream {
  return (input) =>
    watch(parseInput(shape.input, input)).pipe(map((value) => shape.output.parse(value)));
}

function parseInput<Input extends z.ZodType>(schema: Input, input: unknown): z.output<Input> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  // The path says where; the value itself may be personal and stays out.
  throw new ReanError('shape.invalid', { at: issue?.path.join('.') ?? '' }, parsed.error);
}
