import type { RecordEntry } from '../../shared/record/record.contract.js';
import type { Citation } from '../../shared/statements/citation.rules.js';
import type { CitedThing } from '../../shared/statements/citation.schema.js';
import type { Inline, StatementText } from '../../shared/statements/statement-text.schema.js';
import type { DemoPeople } from './demo-people.js';

/** A post of the files as it was published: its id, and how it begins. */
export type PostAt = (thread: string, index: number) => { readonly id: string; readonly body: string };

/** What stands in the files where a text cites something: `[cites:record charter.adopted]`, `[cites:post spring-foam#2]`. */
const mark = /\[cites:(record|post) ([a-z._-]+)(?:#(\d+))?\]/;

/** Enough of a post to find it by. */
const wordsToFind = 5;

/** Puts into texts what they cite: drafters find it as on the page, by words, and then cite what they found. */
export class DemoCitations {
  constructor(
    private readonly people: DemoPeople,
    private readonly dyad: string,
    private readonly postAt: PostAt,
  ) {}

  /** Paragraphs of the files as a text that a drafter writes. */
  async textOf(paragraphs: readonly string[], drafter: string): Promise<StatementText> {
    return Promise.all(
      paragraphs.map(async (text) => ({ type: 'paragraph' as const, content: await this.inlines(text, drafter) })),
    );
  }

  private async inlines(text: string, drafter: string): Promise<Inline[]> {
    const found = mark.exec(text);
    if (!found) return text === '' ? [] : [{ text }];
    const [whole, kind, name = '', index] = found;
    const cites =
      kind === 'record' ? await this.entry(name, drafter) : await this.post(this.postAt(name, Number(index)), drafter);
    const before = text.slice(0, found.index);
    return [
      ...(before === '' ? [] : [{ text: before }]),
      { cites },
      ...(await this.inlines(text.slice(found.index + whole.length), drafter)),
    ];
  }

  /** The first entry of a kind. */
  private async entry(kind: string, drafter: string): Promise<Citation> {
    const url = `/api/dyads/${this.dyad}/record?limit=100`;
    const { entries } = await this.people.call<{ entries: RecordEntry[] }>(drafter, 'GET', url);
    const entry = entries.findLast((one) => one.kind === kind);
    if (!entry) throw new Error(`The record of ${this.dyad} has no ${kind}`);
    return { kind: 'record', of: String(entry.seq) };
  }

  private async post({ id, body }: ReturnType<PostAt>, drafter: string): Promise<Citation> {
    const words = body.split(/\s+/).slice(0, wordsToFind).join(' ');
    const url = `/api/dyads/${this.dyad}/citable?words=${encodeURIComponent(words)}`;
    const { things } = await this.people.call<{ things: CitedThing[] }>(drafter, 'GET', url);
    const post = things.find((thing) => thing.kind === 'post' && thing.place?.post === id);
    if (!post) throw new Error(`No post of ${this.dyad} is found with “${words}”`);
    return { kind: post.kind, of: post.of };
  }
}
