import type { LogEvent, LogFields, WriteLog } from '../../shared/log-events.ts';
import type { Log } from '../sync/ports.ts';
import { type CarriedError, carryError, errorFrom } from './carried-error.ts';
import type { HostCalls, LogLine } from './engine-messages.ts';
import type { MessageChannel } from './message-channel.ts';

/** Lines for the application's one log, which knows what must not stand in it. */
export function carriedLog(host: MessageChannel<HostCalls>): Log {
  return {
    write(level, event, fields = {}) {
      const cause: unknown = Reflect.get(fields, 'cause');
      const carried = cause === undefined ? fields : { ...fields, cause: carryError(cause) };
      host.tell('log', { level, event, fields: carried });
    },
  };
}

/** Writes such a line. */
export function writeCarried(write: WriteLog, { level, event, fields }: LogLine): void {
  const cause: unknown = Reflect.get(fields, 'cause');
  const whole = cause === undefined ? fields : { ...fields, cause: errorFrom(cause as CarriedError) };
  write<LogEvent>(level, event, whole as LogFields<LogEvent>);
}
