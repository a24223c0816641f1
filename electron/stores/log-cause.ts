const FRAMES = 8;
const DEEPEST = 3;
const NAME = /^[\w$.:-]{1,64}$/;
/** One call of a stack: the function, and file, line and column of a program file. */
const FRAME =
  /^ {4}at (?:(?:async |new )?([\w$.<># ]{1,80}) (?:\[as [\w$]{1,40}\] )?\()?(.{1,500}?):(\d+):(\d+)\)?$/;
const PROGRAM_FILE = /^[\w.-]+\.[cm]?[jt]sx?$|^node:[\w/]+$/;

/**
 * An error without a word of its message, which may quote a document, a request or a token: its name, its code, where
 * in the program it came from, and the same of what caused it.
 */
export function causeText(error: unknown): string {
  return chainOf(error).map(oneCause).join('; from ');
}

function chainOf(error: unknown): readonly unknown[] {
  const chain: unknown[] = [error];
  for (let next = error; next instanceof Error && chain.length < DEEPEST; ) {
    next = next.cause;
    if (next !== undefined) chain.push(next);
  }
  return chain;
}

function oneCause(error: unknown): string {
  if (!(error instanceof Error)) return `thrown ${error === null ? 'null' : typeof error}`;
  const code: unknown = Reflect.get(error, 'code');
  const name = NAME.test(error.name) ? error.name : 'Error';
  const places = framesOf(error);
  const shown = typeof code === 'string' && NAME.test(code) ? `${name} ${code}` : name;
  return places.length === 0 ? shown : `${shown} at ${places.join(' < ')}`;
}

/** The last lines of a stack that are calls: a message in front of them may have lines that look like some. */
function framesOf({ stack = '', message }: Error): readonly string[] {
  const at = stack.indexOf(message);
  return (at < 0 ? '' : stack.slice(at + message.length)).split('\n').flatMap(frameOf).slice(0, FRAMES);
}

function frameOf(line: string): readonly string[] {
  const [, call, place = '', row, column] = FRAME.exec(line) ?? [];
  const file = place.startsWith('node:') ? place : (place.split(/[\\/]/).at(-1) ?? '');
  if (!PROGRAM_FILE.test(file)) return [];
  return [`${call === undefined ? '' : `${call} `}${file}:${row}:${column}`];
}
