import { Injectable, type OnModuleDestroy } from '@nestjs/common';

/** Whether the server should still be sent people; it stops being ready before it stops answering. */
@Injectable()
export class Readiness implements OnModuleDestroy {
  stopping = false;
  private readonly watched: (() => readonly string[])[] = [];

  /** @param tell names the parts that are not well just now; asked whenever somebody asks for the server's health */
  watch(tell: () => readonly string[]): void {
    this.watched.push(tell);
  }

  /** What is not well, though the server serves: whoever watches it can look before people notice. */
  get degraded(): string[] {
    return this.watched.flatMap((tell) => tell()).toSorted();
  }

  onModuleDestroy(): void {
    this.stopping = true;
  }
}
