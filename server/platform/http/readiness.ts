import { Injectable, type OnModuleDestroy } from '@nestjs/common';

/** Whether the server should still be sent people; it stops being ready before it stops answering. */
@Injectable()
export class Readiness implements OnModuleDestroy {
  stopping = false;

  onModuleDestroy(): void {
    this.stopping = true;
  }
}
