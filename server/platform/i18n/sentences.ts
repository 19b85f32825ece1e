import { Injectable } from '@nestjs/common';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { FieldProblem } from '../../../shared/contract/failure.js';

interface Texts {
  readonly [key: string]: string | Texts;
}

const errors = 'errors';

const fallback = 'en';

/** The sentences that the server itself says: refusals for callers that are not our own client, and what stands in files. */
@Injectable()
export class Sentences {
  /** By language, then by the name of the file they stand in. */
  private readonly texts = new Map<string, Texts>();

  constructor(folder: string) {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      if (!entry.isDirectory() || entry.name.startsWith('_')) continue;
      const own = join(folder, entry.name);
      const files = readdirSync(own, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.json'));
      const read = (name: string): Texts => JSON.parse(readFileSync(join(own, name), 'utf8')) as Texts;
      this.texts.set(entry.name, Object.fromEntries(files.map((name) => [basename(name, '.json'), read(name)])));
    }
  }

  /** The best of our languages for an `Accept-Language` header; English when none fits. */
  languageFor(header: string | undefined): string {
    const wanted = (header ?? '')
      .split(',')
      .map((part) => {
        const [tag = '', quality] = part.trim().split(';q=');
        return { language: tag.toLowerCase().split('-')[0] ?? '', quality: Number(quality ?? 1) };
      })
      .toSorted((one, other) => other.quality - one.quality);
    return wanted.find(({ language }) => this.texts.has(language))?.language ?? fallback;
  }

  failure(language: string, code: string, params: Record<string, string | number>): string {
    const { until } = params;
    const told = until === undefined ? params : { ...params, until: momentIn(language, String(until)) };
    return this.say(language, errors, `failure.${code}`, told);
  }

  /** Names the field in the reader's language and says what is wrong with it. */
  field(language: string, problem: FieldProblem): string {
    const last = problem.field.split('.').findLast((part) => !/^\d+$/.test(part)) ?? problem.field;
    const name = this.lookUp(language, errors, `name.${last}`) ?? this.lookUp(fallback, errors, `name.${last}`) ?? last;
    return this.say(language, errors, `field.${problem.rule}`, { ...problem.params, field: name });
  }

  /** A sentence of any file, with its parameters put in. */
  say(language: string, file: string, key: string, params: Readonly<Record<string, string | number>>): string {
    const text = this.lookUp(language, file, key) ?? this.lookUp(fallback, file, key) ?? key;
    return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(params[name] ?? ''));
  }

  private lookUp(language: string, file: string, key: string): string | undefined {
    let node: string | Texts | undefined = this.texts.get(language)?.[file];
    for (const part of key.split('.')) node = typeof node === 'object' ? node[part] : undefined;
    return typeof node === 'string' ? node : undefined;
  }
}

/** A moment as a language writes it; in UTC and saying so, since nobody told the server where its reader is. */
function momentIn(language: string, moment: string): string {
  const style = { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' } as const;
  return `${new Intl.DateTimeFormat(`${language}-u-ca-gregory`, style).format(new Date(moment))} UTC`;
}
