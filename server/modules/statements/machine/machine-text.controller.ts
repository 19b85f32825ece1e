import { Controller } from '@nestjs/common';
import type { AnswerOf, InputOf } from '../../../../shared/contract/contract.js';
import { askForMachineText } from '../../../../shared/statements/machine-text.contract.js';
import type { Permit } from '../../../platform/access/permit.js';
import { Allowed, Endpoint, Input } from '../../../platform/http/endpoint.js';
import { MachineTextService } from './machine-text.service.js';

@Controller()
export class MachineTextController {
  constructor(private readonly machine: MachineTextService) {}

  @Endpoint(askForMachineText)
  make(
    @Input() input: InputOf<typeof askForMachineText>,
    @Allowed() permit: Permit,
  ): Promise<AnswerOf<typeof askForMachineText>> {
    return this.machine.make(input, permit);
  }
}
