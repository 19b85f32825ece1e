import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { NodeLine } from '../../platform/realtime/node-line.js';
import { Log } from '../../platform/logging/log.js';
import { AppendLog } from './append-log.js';
import { DocumentOpening } from './document-opening.service.js';
import type { LiveDocument } from './live-document.js';
import { LiveDocuments } from './live-documents.service.js';

const beatMilliseconds = 5_000;
const written = 'documents.written';
const present = 'documents.present';

/**
 * Documents that are open on several nodes. After a commit the others are told its number, and read what they lack from
 * the database; they look by themselves every few seconds, so that a word that got lost is made good. Who is where goes
 * from node to node as it is, and is said again with every beat: of a node that died nobody stays.
 */
@Injectable()
export class DocumentNodes implements OnModuleInit, OnModuleDestroy {
  private readonly timer: { current?: NodeJS.Timeout } = {};

  constructor(
    private readonly line: NodeLine,
    private readonly appends: AppendLog,
    private readonly documents: LiveDocuments,
    private readonly opening: DocumentOpening,
    private readonly log: Log,
  ) {}

  onModuleInit(): void {
    this.appends.onWritten((id, seq) => this.line.tell(written, `${id} ${seq}`));
    this.documents.onOpened((document) => {
      document.awareness.onChange((update) => this.tellPresence(document, update));
    });
    this.line.hear(written, (word) => {
      const [id = '', seq] = word.split(' ');
      this.open(id, (document) => document.hint(Number(seq)));
    });
    this.line.hear(present, (word, from) => {
      const [id = '', update = ''] = word.split(' ');
      this.open(id, (document) => document.awareness.hear(from, Buffer.from(update, 'base64'), Date.now()));
    });
    this.timer.current = setInterval(() => void this.beat(), beatMilliseconds);
    this.timer.current.unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.timer.current);
  }

  private tellPresence({ id }: LiveDocument, update: Uint8Array): void {
    this.line.tell(present, `${id} ${Buffer.from(update).toString('base64')}`);
  }

  /** Does something with a document if it is in memory here. */
  private open(id: string, work: (document: LiveDocument) => void): void {
    this.documents
      .peek(id)
      ?.then(work)
      .catch((error: unknown) => this.log.warn('documents.word_not_understood', { error }));
  }

  private async beat(): Promise<void> {
    const open = await this.documents.open();
    for (const document of open) {
      document.awareness.forgetSilent(Date.now());
      const own = document.awareness.ownStates();
      if (own) this.tellPresence(document, own);
    }
    if (open.length === 0) return;
    try {
      const seqs = await this.opening.seqs(open.map(({ id }) => id));
      for (const document of open) document.hint(seqs.get(document.id) ?? 0);
    } catch (error) {
      this.log.warn('documents.beat_failed', { error });
    }
  }
}
