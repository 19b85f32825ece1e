import { Controller } from '@nestjs/common';
import type { AnswerOf, InputOf } from '../../../../shared/contract/contract.js';
import * as contracts from '../../../../shared/statements/ratification.contract.js';
import type { Permit } from '../../../platform/access/permit.js';
import { Allowed, Endpoint, Input } from '../../../platform/http/endpoint.js';
import { FreezeService } from './freeze.service.js';
import { RatificationPage } from './ratification-page.query.js';
import { ReservationService } from './reservation.service.js';
import { SigningService } from './signing.service.js';

@Controller()
export class RatificationController {
  constructor(
    private readonly page: RatificationPage,
    private readonly freezing: FreezeService,
    private readonly signing: SigningService,
    private readonly reservations: ReservationService,
  ) {}

  @Endpoint(contracts.readRatification)
  read(
    @Input() { params }: InputOf<typeof contracts.readRatification>,
    @Allowed() permit: Permit,
  ): Promise<AnswerOf<typeof contracts.readRatification>> {
    return this.page.read(params.statement, permit);
  }

  @Endpoint(contracts.proposeFreeze)
  propose(@Input() input: InputOf<typeof contracts.proposeFreeze>, @Allowed() permit: Permit): Promise<void> {
    return this.freezing.propose(input, permit);
  }

  @Endpoint(contracts.secondFreeze)
  second(@Input() input: InputOf<typeof contracts.secondFreeze>, @Allowed() permit: Permit): Promise<void> {
    return this.freezing.second(input, permit);
  }

  @Endpoint(contracts.takeBackFreeze)
  takeBack(@Input() input: InputOf<typeof contracts.takeBackFreeze>, @Allowed() permit: Permit): Promise<void> {
    return this.signing.takeBack(input, permit);
  }

  @Endpoint(contracts.signStatement)
  sign(@Input() input: InputOf<typeof contracts.signStatement>, @Allowed() permit: Permit): Promise<void> {
    return this.signing.sign(input, permit);
  }

  @Endpoint(contracts.declineStatement)
  decline(@Input() input: InputOf<typeof contracts.declineStatement>, @Allowed() permit: Permit): Promise<void> {
    return this.signing.decline(input, permit);
  }

  @Endpoint(contracts.writeReservation)
  reserve(
    @Input() input: InputOf<typeof contracts.writeReservation>,
    @Allowed() permit: Permit,
  ): Promise<AnswerOf<typeof contracts.writeReservation>> {
    return this.reservations.write(input, permit);
  }

  @Endpoint(contracts.withdrawReservation)
  withdraw(@Input() input: InputOf<typeof contracts.withdrawReservation>, @Allowed() permit: Permit): Promise<void> {
    return this.reservations.withdraw(input, permit);
  }
}
