/** Writes a line; a cause adds its stack. Never give it a payload: it may hold the token or a document. */
export type AppLog = (message: string, cause?: unknown) => void;

/** The part of the application's log that the shell needs. */
interface LineLog {
  write(level: 'info' | 'error', event: string, fields: Readonly<Record<string, string>>): void;
}

/** The shell's way to the application's one log, which allows only short plain fields and hides secrets. */
export function appLog(log: LineLog): AppLog {
  return (message, cause) =>
    cause === undefined
      ? log.write('info', 'shell', { message })
      : log.write('error', 'shell', { message, cause: stackOf(cause) });
}

function stackOf(cause: unknown): string {
  return cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
}
