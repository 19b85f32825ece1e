import { Injectable } from '@nestjs/common';
import type { IncomingMessage } from 'node:http';
import { Log } from '../logging/log.js';
import type { EntenteSocket } from './socket-types.js';

/** A person has a few tabs and devices, not hundreds; a node has an end. */
const connectionsPerNode = 5_000;
const connectionsPerAccount = 50;
const handshakesPerSecond = 400;
const messagesPerSecond = 20;
const burst = 60;

/** Keeps one connection, and all of them together, from taking more than their share. */
@Injectable()
export class ChannelLimits {
  private connections = 0;
  private second = 0;
  private handshakes = 0;
  private readonly byAccount = new Map<string, number>();

  constructor(private readonly log: Log) {}

  admits(_request: IncomingMessage): boolean {
    const second = Math.floor(Date.now() / 1000);
    if (second !== this.second) {
      this.second = second;
      this.handshakes = 0;
    }
    this.handshakes += 1;
    return this.connections < connectionsPerNode && this.handshakes <= handshakesPerSecond;
  }

  /** Counts a connection and its messages; one too many of an account, and one that floods, is closed. */
  watch(socket: EntenteSocket): void {
    this.connections += 1;
    const { accountId } = socket.data;
    const ofAccount = (this.byAccount.get(accountId) ?? 0) + 1;
    this.byAccount.set(accountId, ofAccount);
    let tokens = burst;
    let refilled = Date.now();
    socket.onAny(() => {
      const now = Date.now();
      tokens = Math.min(burst, tokens + ((now - refilled) / 1000) * messagesPerSecond);
      refilled = now;
      tokens -= 1;
      if (tokens < 0) {
        this.log.warn('socket.flooded');
        socket.disconnect(true);
      }
    });
    socket.on('disconnect', () => {
      this.connections -= 1;
      const left = (this.byAccount.get(accountId) ?? 1) - 1;
      if (left > 0) this.byAccount.set(accountId, left);
      else this.byAccount.delete(accountId);
    });
    if (ofAccount > connectionsPerAccount) {
      this.log.warn('socket.too_many');
      socket.disconnect(true);
    }
  }
}
