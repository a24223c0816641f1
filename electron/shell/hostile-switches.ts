/**
 * Chromium switches that open the application to other programs, take its protection away or lead its traffic
 * elsewhere. Electron's fuses do not cover them (https://www.electronjs.org/docs/latest/tutorial/fuses).
 */
const HOSTILE: readonly string[] = [
  'remote-debugging-port',
  'remote-debugging-pipe',
  'remote-debugging-address',
  'remote-allow-origins',
  'no-sandbox',
  'disable-setuid-sandbox',
  'disable-namespace-sandbox',
  'disable-seccomp-filter-sandbox',
  'no-zygote-sandbox',
  'disable-gpu-sandbox',
  'allow-sandbox-debugging',
  'single-process',
  'browser-subprocess-path',
  'renderer-cmd-prefix',
  'utility-cmd-prefix',
  'gpu-launcher',
  'disable-web-security',
  'allow-file-access-from-files',
  'allow-running-insecure-content',
  'unsafely-treat-insecure-origin-as-secure',
  'ignore-certificate-errors',
  'ignore-certificate-errors-spki-list',
  'host-rules',
  'host-resolver-rules',
  'proxy-server',
  'proxy-pac-url',
  'proxy-bypass-list',
  'proxy-auto-detect',
  'no-proxy-server',
  // Whom Chromium signs in to by itself, and files with what went over the network.
  'auth-server-allowlist',
  'auth-negotiate-delegate-allowlist',
  // Electron's older names for the same.
  'auth-server-whitelist',
  'auth-negotiate-delegate-whitelist',
  'log-net-log',
  'ssl-key-log-file',
  'load-extension',
  'enable-blink-features',
  'js-flags',
];

interface Start {
  readonly argv: readonly string[];
  readonly packaged: boolean;
  /** The address of Node's inspector, where one listens. */
  readonly inspectorUrl: string | undefined;
}

/**
 * The sentence to end with, or null when the start is fine.
 *
 * Only the packaged program refuses. The exception for tests cannot be claimed from outside: it asks whether Node's
 * inspector listens, which takes the fuse `EnableNodeCliInspectArguments`. Shipping builds have that fuse off, so
 * `--inspect`, `NODE_OPTIONS` and SIGUSR1 do nothing there; the twin for tests differs in this one fuse, and whoever
 * holds an inspector can do everything already.
 */
export function refusedSwitch({ argv, packaged, inspectorUrl }: Start): string | null {
  if (!packaged || inspectorUrl !== undefined) return null;
  const hostile = argv.map(switchName).find((name) => name !== null && HOSTILE.includes(name));
  if (!hostile) return null;
  const advice =
    hostile === 'no-sandbox' ? ' As root, use the commands, or sign in as an ordinary user.' : '';
  return `Openclaw Sync does not start with --${hostile}: it would weaken the protection of your files.${advice}`;
}

/** Chromium takes one or two dashes, and a slash on Windows, in any case of letters. */
function switchName(argument: string): string | null {
  const name = /^(?:--?|\/)([a-z][a-z-]*)(?:=|$)/i.exec(argument)?.[1];
  return name?.toLowerCase() ?? null;
}
