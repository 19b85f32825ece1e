import { Injectable, type LoggerService } from '@nestjs/common';
import { pino, type Logger } from 'pino';

/** What may stand in a log line: ids, codes, counts and durations. Never a text, an address, a name or a header. */
export interface LogFields {
  readonly error?: unknown;
  readonly [name: string]: unknown;
}

/** Structured logs, one JSON object a line; the event is a stable dotted word, not a sentence. */
@Injectable()
export class Log implements LoggerService {
  private readonly pino: Logger;

  constructor(level: string, destination?: NodeJS.WritableStream) {
    const options = { level, base: null, messageKey: 'event' } as const;
    this.pino = destination ? pino(options, destination) : pino(options);
  }

  info(event: string, fields: LogFields = {}): void {
    this.pino.info(safe(fields), event);
  }

  warn(event: string, fields: LogFields | string = {}): void {
    this.pino.warn(typeof fields === 'string' ? {} : safe(fields), event);
  }

  error(event: string, fields: LogFields | string = {}): void {
    this.pino.error(typeof fields === 'string' ? {} : safe(fields), event);
  }

  debug(event: string): void {
    this.pino.debug({}, event);
  }

  /** Nest's own start-up chatter is of no use to an operator. */
  log(): void {}

  fatal(event: string, fields: LogFields | string = {}): void {
    this.pino.fatal(typeof fields === 'string' ? {} : safe(fields), event);
  }
}

/** Keeps of an error its kind, its code and where it was thrown: messages of databases quote values. */
function safe(fields: LogFields): Record<string, unknown> {
  const { error, ...rest } = fields;
  const plain = Object.fromEntries(Object.entries(rest).filter(([, value]) => typeof value !== 'object'));
  if (error === undefined) return plain;
  if (!(error instanceof Error)) return { ...plain, error: typeof error };
  const where = error.stack
    ?.split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 6)
    .map((line) => line.trim());
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  return { ...plain, error: error.name, code, where };
}
