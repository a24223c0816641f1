import { errorWords } from '../../shared/error-words.ts';
import type { SyncError } from '../../shared/model/sync-error.ts';

/** Where a command speaks, and what it hears. */
export interface Streams {
  readonly stdin: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  readonly stdout: NodeJS.WritableStream;
  readonly stderr: NodeJS.WritableStream;
}

/** With `--json`, one object on stdout and nothing else there: everything for people goes to stderr. */
export interface Console {
  /** A line for people. */
  say(line: string): void;
  complain(error: SyncError): void;
  /** The one object; called at most once. */
  json(value: unknown): void;
  readonly isJson: boolean;
}

export function createConsole(streams: Streams, isJson: boolean): Console {
  const people = isJson ? streams.stderr : streams.stdout;
  return {
    isJson,
    say: (line) => void people.write(`${line}\n`),
    complain(error) {
      const { message, help } = errorWords(error);
      streams.stderr.write(`${message}\n${help}\n`);
    },
    json: (value) => void (isJson && streams.stdout.write(`${JSON.stringify(value)}\n`)),
  };
}
