import { Injectable } from '@nestjs/common';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FieldProblem } from '../../../shared/contract/failure.js';

interface ErrorTexts {
  readonly [key: string]: string | ErrorTexts;
}

const fallback = 'en';

/** The sentences of refusals, from `locales/<language>/errors.json`, for callers that are not our own client. */
@Injectable()
export class Sentences {
  private readonly texts = new Map<string, ErrorTexts>();

  constructor(folder: string) {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      if (!entry.isDirectory() || entry.name.startsWith('_')) continue;
      const text = readFileSync(join(folder, entry.name, 'errors.json'), 'utf8');
      this.texts.set(entry.name, JSON.parse(text) as ErrorTexts);
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
    return this.render(language, `failure.${code}`, params);
  }

  /** Names the field in the reader's language and says what is wrong with it. */
  field(language: string, problem: FieldProblem): string {
    const last = problem.field.split('.').findLast((part) => !/^\d+$/.test(part)) ?? problem.field;
    const name = this.lookUp(language, `name.${last}`) ?? this.lookUp(fallback, `name.${last}`) ?? last;
    return this.render(language, `field.${problem.rule}`, { ...problem.params, field: name });
  }

  private render(language: string, key: string, params: Record<string, string | number>): string {
    const text = this.lookUp(language, key) ?? this.lookUp(fallback, key) ?? key;
    return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(params[name] ?? ''));
  }

  private lookUp(language: string, key: string): string | undefined {
    let node: string | ErrorTexts | undefined = this.texts.get(language);
    for (const part of key.split('.')) node = typeof node === 'object' ? node[part] : undefined;
    return typeof node === 'string' ? node : undefined;
  }
}
