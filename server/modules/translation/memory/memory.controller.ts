import { Controller } from '@nestjs/common';
import type { AnswerOf, InputOf } from '../../../../shared/contract/contract.js';
import * as contracts from '../../../../shared/translation/memory.contract.js';
import type { Permit } from '../../../platform/access/permit.js';
import { Allowed, Endpoint, Input } from '../../../platform/http/endpoint.js';
import { MemoryService } from './memory.service.js';

@Controller()
export class MemoryController {
  constructor(private readonly memory: MemoryService) {}

  @Endpoint(contracts.listMemory)
  list(
    @Input() input: InputOf<typeof contracts.listMemory>,
    @Allowed() permit: Permit,
  ): Promise<AnswerOf<typeof contracts.listMemory>> {
    return this.memory.list(input, permit);
  }

  @Endpoint(contracts.matchMemory)
  match(
    @Input() input: InputOf<typeof contracts.matchMemory>,
    @Allowed() permit: Permit,
  ): Promise<AnswerOf<typeof contracts.matchMemory>> {
    return this.memory.match(input, permit);
  }

  @Endpoint(contracts.confirmMemoryEntry)
  confirm(
    @Input() input: InputOf<typeof contracts.confirmMemoryEntry>,
    @Allowed() permit: Permit,
  ): Promise<AnswerOf<typeof contracts.confirmMemoryEntry>> {
    return this.memory.confirm(input, permit);
  }

  @Endpoint(contracts.removeMemoryEntry)
  remove(@Input() input: InputOf<typeof contracts.removeMemoryEntry>, @Allowed() permit: Permit): Promise<void> {
    return this.memory.remove(input, permit);
  }
}
