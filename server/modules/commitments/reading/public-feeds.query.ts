import { Injectable } from '@nestjs/common';
import type { InputOf } from '../../../../shared/contract/contract.js';
import type {
  commitmentBadge as badgeContract,
  commitmentCalendar,
  commitmentFeed,
} from '../../../../shared/commitments/commitment.contract.js';
import { commitmentLicence } from '../../../../shared/commitments/commitment.rules.js';
import { commitmentKinds } from '../../../../shared/record/commitment-kinds.js';
import type { RecordEntry } from '../../../../shared/record/record.contract.js';
import type { RecordKind } from '../../../../shared/record/record-kinds.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { atomFile } from '../../../platform/feeds/atom.js';
import { calendarFile } from '../../../platform/feeds/calendar.js';
import { DyadReader, type DyadProfile } from '../../dyads/dyad.reader.js';
import { PublicRecord } from '../../record/record.port.js';
import { commitmentBadge } from './commitment-badge.js';
import { calendarDays } from './commitment-calendar.js';
import { CommitmentsReader } from './commitments.reader.js';
import { PublicWords } from './public-words.js';

const kinds = Object.keys(commitmentKinds) as RecordKind[];

/** How many entries a feed has: what moved in the last while, for programs that ask every few hours. */
const newestEntries = 50;

/** Every entry about a commitment names it. */
const commitmentOf = ({ commitment }: RecordEntry['about']): string =>
  typeof commitment === 'string' ? commitment : '';

/** What programs of others follow and pages of others show. */
@Injectable()
export class PublicFeeds {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly dyads: DyadReader,
    private readonly reader: CommitmentsReader,
    private readonly record: PublicRecord,
    private readonly words: PublicWords,
  ) {}

  /** @throws Failure `request.not_found` */
  calendar({ params, query: { language } }: InputOf<typeof commitmentCalendar>): Promise<string> {
    return this.unitOfWork.run('all dyads', async (tx) => {
      const dyad = await this.dyads.named(tx, params.dyad);
      const { page } = this.words.places(dyad.slug);
      const inAll = this.inAll(dyad, language);
      const given = { language, labels: await this.dyads.sideLabels(tx, dyad.slug), page, inAll };
      const days = (await this.reader.all(tx, dyad)).flatMap((one) => calendarDays(one, given));
      return calendarFile({ product: '-//Entente//Commitments//EN', name: this.title(dyad, language), days });
    });
  }

  /** @throws Failure `request.not_found` */
  feed({ params, query: { language } }: InputOf<typeof commitmentFeed>): Promise<string> {
    return this.unitOfWork.run('all dyads', async (tx) => {
      const dyad = await this.dyads.named(tx, params.dyad);
      const { page, api } = this.words.places(dyad.slug);
      const inAll = this.inAll(dyad, language);
      const entries = await this.record.saying(tx, dyad.id, { words: [], among: kinds }, newestEntries);
      return atomFile({
        id: `urn:uuid:${dyad.id}#commitments`,
        title: this.title(dyad, language),
        author: inAll(({ text }) => text(dyad.name)),
        rights: `${commitmentLicence.id} ${commitmentLicence.url}`,
        language,
        links: {
          self: `${api}/commitments.atom${language === undefined ? '' : `?language=${language}`}`,
          alternate: `${page}/commitments`,
        },
        asOf: this.reader.today(),
        entries: entries.map(({ seq, kind, on, about, erased }) => ({
          id: `urn:uuid:${dyad.id}#entry-${seq}`,
          title: inAll((words) => words.entry({ kind, about, erased })),
          on,
          links: {
            alternate: `${page}/record#entry-${seq}`,
            related: `${page}/commitments/${commitmentOf(about)}`,
          },
        })),
      });
    });
  }

  /** @throws Failure `request.not_found` */
  badge({ params, query: { language } }: InputOf<typeof badgeContract>): Promise<string> {
    return this.unitOfWork.run('all dyads', async (tx) => {
      const dyad = await this.dyads.named(tx, params.dyad);
      const { content, ...one } = await this.reader.one(tx, dyad, params.commitment);
      const labels = await this.dyads.sideLabels(tx, dyad.slug);
      return commitmentBadge({ ...one, ...content }, labels, this.words.in(language));
    });
  }

  /** Says something in the language that was asked for; in those of both sides, in the order of their codes, without one. */
  private inAll({ languageOf: { a, b } }: DyadProfile, language: string | undefined) {
    const spoken = language === undefined ? [a, b].toSorted() : [language];
    return (say: Parameters<PublicWords['inAll']>[1]): string => this.words.inAll(spoken, say);
  }

  private title(dyad: DyadProfile, language: string | undefined): string {
    return this.inAll(dyad, language)(({ say, text }) => `${say('title')} · ${text(dyad.name)}`);
  }
}
