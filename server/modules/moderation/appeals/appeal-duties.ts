import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DeadlineDuties } from '../deadlines/deadline.port.js';
import { AppealTime } from './appeal-time.js';

/** Has time do with appeals what it does with them. */
@Injectable()
export class AppealDuties implements OnModuleInit {
  constructor(
    private readonly duties: DeadlineDuties,
    private readonly time: AppealTime,
  ) {}

  onModuleInit(): void {
    this.duties.register('appeal_target', (tx, due) => this.time.remind(tx, due));
    this.duties.register('appeal_end', (tx, due) => this.time.end(tx, due));
  }
}
