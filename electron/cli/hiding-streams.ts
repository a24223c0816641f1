import { Writable } from 'node:stream';
import { redactSecrets } from '../stores/redact-secrets.ts';
import type { Streams } from './console.ts';
import { readAll } from './read-all.ts';

/** Streams to which nothing secret is written: the last line of defence, whatever words bring it here. */
export interface HidingStreams extends Streams {
  hide(secret: string): void;
  /** All that standard input holds: read once, however often it is asked for. */
  input(): Promise<string>;
}

/** The same streams, but hiding what they are told to hide, in every form in which it may be written. */
export function hidingStreams({ stdin, stdout, stderr }: Streams): HidingStreams {
  const secrets = new Set<string>();
  let read: Promise<string> | null = null;
  const hiding = (target: NodeJS.WritableStream): Writable =>
    new Writable({
      decodeStrings: false,
      write(chunk, _encoding, done) {
        target.write(redactSecrets(String(chunk), [...secrets]));
        done();
      },
    });
  return {
    stdin,
    stdout: hiding(stdout),
    stderr: hiding(stderr),
    hide: (secret) => void secrets.add(secret),
    input() {
      read ??= readAll(stdin);
      return read;
    },
  };
}
