import { Injectable } from '@nestjs/common';
import { Failure } from '../../../shared/contract/failure.js';
import type { Tx } from '../../platform/database/tx.js';
import { DyadRepository, type CharterRow, type DyadRow } from './dyad.repository.js';

/** What other modules need to know of a dyad. */
export interface DyadProfile {
  readonly id: string;
  readonly slug: string;
  /** What it is called, by language. */
  readonly name: Readonly<Record<string, string>>;
  readonly languageOf: { readonly a: string; readonly b: string };
  /** The languages people write here: of both sides, and the bridge language when there is one. */
  readonly languages: readonly string[];
  readonly charterVersion: number;
  /** By the charter in force: how many organisations of each side have to sign. */
  readonly quorum: number;
}

export type CharterArticle = CharterRow['articles'][number];

@Injectable()
export class DyadReader {
  constructor(private readonly dyads: DyadRepository) {}

  /** @throws Failure `request.not_found`. */
  async profile(tx: Tx, dyadId: string): Promise<DyadProfile> {
    const dyad = await this.dyads.byId(tx, dyadId);
    if (!dyad) throw new Failure('request.not_found');
    return profileOf(dyad);
  }

  /** What the sides are called, in every language they have a name in. @throws Failure `request.not_found`. */
  async sideLabels(tx: Tx, slug: string): Promise<Readonly<Record<'a' | 'b', Readonly<Record<string, string>>>>> {
    const dyad = await this.dyads.bySlug(tx, slug);
    if (!dyad) throw new Failure('request.not_found');
    return { a: dyad.label_a, b: dyad.label_b };
  }

  /** @throws Failure `request.not_found`. */
  async named(tx: Tx, slug: string): Promise<DyadProfile> {
    const dyad = await this.dyads.bySlug(tx, slug);
    if (!dyad) throw new Failure('request.not_found');
    return profileOf(dyad);
  }

  /** An article of the charter as it stood in one of its versions. */
  async article(tx: Tx, dyadId: string, version: number, number: number): Promise<CharterArticle | undefined> {
    const charter = await this.dyads.charter(tx, dyadId, version);
    return charter?.articles.find((article) => article.number === number);
  }

  /** The numbers of the articles of a charter version; none when there is no such version. */
  async articles(tx: Tx, dyadId: string, version: number): Promise<number[]> {
    const charter = await this.dyads.charter(tx, dyadId, version);
    return charter?.articles.map(({ number }) => number) ?? [];
  }

  /** Every dyad of the server; for those who run it. */
  async all(tx: Tx): Promise<DyadProfile[]> {
    return (await this.dyads.all(tx)).map(profileOf);
  }
}

function profileOf(dyad: DyadRow): DyadProfile {
  const languages = [dyad.language_a, dyad.language_b, ...(dyad.bridge_language ? [dyad.bridge_language] : [])];
  return {
    id: dyad.id,
    slug: dyad.slug,
    name: dyad.name,
    languageOf: { a: dyad.language_a, b: dyad.language_b },
    languages: [...new Set(languages)],
    charterVersion: dyad.charter_version,
    quorum: dyad.quorum,
  };
}
