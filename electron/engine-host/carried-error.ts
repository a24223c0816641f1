/** An error as it is told to another thread: without its message, which may quote a document, a request or a token. */
export interface CarriedError {
  readonly name: string;
  readonly code: string | undefined;
  /** The calls only. */
  readonly calls: string;
  readonly cause: CarriedError | undefined;
}

const DEEPEST = 3;

/** The last lines of a stack that are calls. */
function callsOf({ stack = '', message }: Error): string {
  const at = stack.indexOf(message);
  return at < 0 ? '' : stack.slice(at + message.length);
}

/** What may be told of it. */
export function carryError(error: unknown, depth = DEEPEST): CarriedError {
  if (!(error instanceof Error)) return { name: 'Error', code: undefined, calls: '', cause: undefined };
  const code: unknown = Reflect.get(error, 'code');
  const { name, cause } = error;
  return {
    name,
    code: typeof code === 'string' ? code : undefined,
    calls: callsOf(error),
    cause: cause === undefined || depth <= 1 ? undefined : carryError(cause, depth - 1),
  };
}

/** An error again, for whoever logs it. */
export function errorFrom({ name, code, calls, cause }: CarriedError): Error {
  const error = new Error('', cause === undefined ? undefined : { cause: errorFrom(cause) });
  error.name = name;
  error.stack = `${name}${calls}`;
  return code === undefined ? error : Object.assign(error, { code });
}
