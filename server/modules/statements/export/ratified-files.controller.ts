import { Controller } from '@nestjs/common';
import type { AnswerOf, FileAnswer, InputOf } from '../../../../shared/contract/contract.js';
import * as contracts from '../../../../shared/statements/export.contract.js';
import { Endpoint, Input } from '../../../platform/http/endpoint.js';
import { RatifiedFiles } from './ratified-files.service.js';

@Controller()
export class RatifiedFilesController {
  constructor(private readonly files: RatifiedFiles) {}

  @Endpoint(contracts.listRatifiedFiles)
  list(
    @Input() asked: InputOf<typeof contracts.listRatifiedFiles>,
  ): Promise<AnswerOf<typeof contracts.listRatifiedFiles>> {
    return this.files.list(asked);
  }

  @Endpoint(contracts.ratifiedAsMarkdown)
  markdown(@Input() asked: InputOf<typeof contracts.ratifiedAsMarkdown>): Promise<FileAnswer> {
    return this.files.make(asked, 'md');
  }

  @Endpoint(contracts.ratifiedAsHtml)
  html(@Input() asked: InputOf<typeof contracts.ratifiedAsHtml>): Promise<FileAnswer> {
    return this.files.make(asked, 'html');
  }

  @Endpoint(contracts.ratifiedAsJson)
  json(@Input() asked: InputOf<typeof contracts.ratifiedAsJson>): Promise<FileAnswer> {
    return this.files.make(asked, 'json');
  }

  @Endpoint(contracts.ratifiedAsPdf)
  pdf(@Input() asked: InputOf<typeof contracts.ratifiedAsPdf>): Promise<FileAnswer> {
    return this.files.make(asked, 'pdf');
  }
}
