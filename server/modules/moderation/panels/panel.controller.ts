import { Controller } from '@nestjs/common';
import type { AnswerOf, InputOf } from '../../../../shared/contract/contract.js';
import { givePanelVerdict } from '../../../../shared/moderation/proposal.contract.js';
import type { Permit } from '../../../platform/access/permit.js';
import { Allowed, Endpoint, Input } from '../../../platform/http/endpoint.js';
import { PanelService } from './panel.service.js';

@Controller()
export class PanelController {
  constructor(private readonly panels: PanelService) {}

  @Endpoint(givePanelVerdict)
  async judge(
    @Input() input: InputOf<typeof givePanelVerdict>,
    @Allowed() permit: Permit,
  ): Promise<AnswerOf<typeof givePanelVerdict>> {
    return this.panels.judge(input, permit);
  }
}
