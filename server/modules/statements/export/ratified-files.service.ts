import { Injectable } from '@nestjs/common';
import type { AnswerOf, FileAnswer, InputOf } from '../../../../shared/contract/contract.js';
import type { listRatifiedFiles } from '../../../../shared/statements/export.contract.js';
import { fileFormats, type FileFormat } from '../../../../shared/statements/export/file-formats.rules.js';
import type { FileWords } from '../../../../shared/statements/export/file-words.js';
import type { RatifiedStatement } from '../../../../shared/statements/ratified.schema.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { PdfPrinter } from '../../../platform/print/pdf-printer.js';
import { DyadReader } from '../../dyads/dyad.reader.js';
import { RatifiedReader } from '../ratification/ratified.reader.js';
import { contents, fileOf } from './file-making.js';
import { FileSentences } from './file-sentences.js';

/** Which statement, and in which language what is not its texts. */
type Asked = Pick<InputOf<typeof listRatifiedFiles>, 'params' | 'query'>;

/** A ratified statement as files that anybody may keep. */
@Injectable()
export class RatifiedFiles {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ratified: RatifiedReader,
    private readonly dyads: DyadReader,
    private readonly sentences: FileSentences,
    private readonly printer: PdfPrinter,
  ) {}

  /** @throws Failure `request.not_found` */
  async list(asked: Asked): Promise<AnswerOf<typeof listRatifiedFiles>> {
    const { statement, words } = await this.read(asked);
    const files = fileFormats
      .filter((format) => format !== 'pdf' || this.printer.isConfigured)
      .map((format) => ({
        format,
        bytes: format === 'pdf' ? null : Buffer.byteLength(contents[format](statement, words)),
      }));
    return { files };
  }

  /** @throws Failure `request.not_found`, `print.not_configured`, `server.unavailable` */
  async make(asked: Asked, format: FileFormat): Promise<FileAnswer> {
    const { statement, words } = await this.read(asked);
    const content =
      format === 'pdf' ? await this.printer.print(contents.html(statement, words)) : contents[format](statement, words);
    return fileOf(statement, words, format, content);
  }

  private read({ params, query }: Asked): Promise<{ statement: RatifiedStatement; words: FileWords }> {
    return this.unitOfWork.run('all dyads', async (tx) => {
      const statement = await this.ratified.read(tx, params.dyad, params.statement);
      const labels = await this.dyads.sideLabels(tx, params.dyad);
      return { statement, words: this.sentences.of(query.language, statement, labels) };
    });
  }
}
