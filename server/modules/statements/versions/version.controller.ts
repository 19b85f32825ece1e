import { Controller } from '@nestjs/common';
import type { AnswerOf, InputOf } from '../../../../shared/contract/contract.js';
import * as contracts from '../../../../shared/statements/version.contract.js';
import type { Permit } from '../../../platform/access/permit.js';
import { Allowed, Endpoint, Input } from '../../../platform/http/endpoint.js';
import { VersionRestoring } from './version-restoring.service.js';
import { VersionService } from './version.service.js';

@Controller()
export class VersionController {
  constructor(
    private readonly versions: VersionService,
    private readonly restoring: VersionRestoring,
  ) {}

  @Endpoint(contracts.listVersions)
  list(
    @Input() input: InputOf<typeof contracts.listVersions>,
    @Allowed() permit: Permit,
  ): Promise<AnswerOf<typeof contracts.listVersions>> {
    return this.versions.list(input, permit);
  }

  @Endpoint(contracts.keepVersion)
  keep(
    @Input() input: InputOf<typeof contracts.keepVersion>,
    @Allowed() permit: Permit,
  ): Promise<AnswerOf<typeof contracts.keepVersion>> {
    return this.versions.keep(input, permit);
  }

  @Endpoint(contracts.readVersion)
  read(
    @Input() input: InputOf<typeof contracts.readVersion>,
    @Allowed() permit: Permit,
  ): Promise<AnswerOf<typeof contracts.readVersion>> {
    return this.versions.read(input, permit);
  }

  @Endpoint(contracts.restoreVersion)
  restore(
    @Input() input: InputOf<typeof contracts.restoreVersion>,
    @Allowed() permit: Permit,
  ): Promise<AnswerOf<typeof contracts.restoreVersion>> {
    return this.restoring.restore(input, permit);
  }
}
