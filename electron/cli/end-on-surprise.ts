import { errorWords } from '../../shared/error-words.ts';
import { EXIT_CODES } from '../../shared/model/exit-code.ts';
import type { SyncError } from '../../shared/model/sync-error.ts';
import { causeText } from '../stores/log-cause.ts';

/** What nobody expected: where it happened, never its message, which may quote a document or a token. */
export function surpriseOf(cause: unknown): SyncError {
  return { code: 'unexpected', detail: causeText(cause) };
}

/** Node itself would print the message of what nobody caught. Nothing can be relied on then: the command ends. */
export function endOnSurprise(stderr: NodeJS.WritableStream): void {
  const end = (cause: unknown): void => {
    const { message, help } = errorWords(surpriseOf(cause));
    stderr.write(`${message}\n${help}\n`);
    process.exit(EXIT_CODES.failed);
  };
  process.on('uncaughtException', end);
  process.on('unhandledRejection', end);
}
