/** What must never be seen outside the encrypted store: odd enough to be changed by every way of writing it. */
export const TOKEN_CANARY = 'sk-Kanarie/7+f3a9Q=zLw"ö8';
/** What a proxy asks for, as it stands in the proxy's URL. */
export const PASSWORD_CANARY = 'pw-Goldammer-51xc';
/** What a person wrote. */
export const DOC_CANARY = 'Zeisig "91c4e7" wrote\tthis ünique sentence';
export const CONFIG_CANARY = 'Stieglitz/4d2b+ is a "value" of a config';

const ALL = { TOKEN_CANARY, PASSWORD_CANARY, DOC_CANARY, CONFIG_CANARY };
/** A piece of this length tells that more of it may stand elsewhere. */
const PIECE = 10;

function pieces(form: string): readonly string[] {
  const starts = Array.from({ length: Math.max(1, form.length - PIECE + 1) }, (_, at) => at);
  return starts.map((at) => form.slice(at, at + PIECE));
}

function escaped(form: string): string {
  return JSON.stringify(form).slice(1, -1);
}

/** By itself, and as it stands inside of a longer text, without what the neighbours change. */
function base64(form: string): readonly string[] {
  return [0, 1, 2].map((before) =>
    Buffer.from(`${'x'.repeat(before)}${form}`)
      .toString('base64')
      .slice(4, -4),
  );
}

/** Written without the product's own list: a form that is forgotten there must be seen here. */
function formsOf(canary: string): readonly string[] {
  const unicode = escaped(canary).replace(
    /[^ -~]/g,
    (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  const url = encodeURIComponent(canary);
  const hex = Buffer.from(canary).toString('hex');
  const inner = base64(canary);
  return [
    canary,
    escaped(canary),
    escaped(escaped(canary)),
    unicode,
    url,
    url.toLowerCase(),
    hex,
    hex.toUpperCase(),
    ...inner,
    ...inner.map((form) => form.replaceAll('+', '-').replaceAll('/', '_')),
  ];
}

function tracesOf(canary: string): readonly Buffer[] {
  const found = [...new Set(formsOf(canary).flatMap(pieces))];
  return [...found.map((one) => Buffer.from(one)), ...found.map((one) => Buffer.from(one, 'utf16le'))];
}

/** Listens for one canary, in every way of writing it, whole or in part. */
export function earFor(canary: string): (bytes: Buffer) => boolean {
  const traces = tracesOf(canary);
  return (bytes) => traces.some((trace) => bytes.includes(trace));
}

const EARS = Object.entries(ALL).map(([name, canary]) => ({ name, hears: earFor(canary) }));

/** Which canaries are heard in these bytes. */
export function heardIn(bytes: Buffer): readonly string[] {
  return EARS.filter(({ hears }) => hears(bytes)).map(({ name }) => name);
}
