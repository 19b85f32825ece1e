import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';

/** Takes over a connection that asks to become something else. */
type Upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => void;

/**
 * Who answers when a connection asks for an upgrade, by the first part of the path. Nobody answers for other paths, and
 * they are refused at once.
 */
@Injectable()
export class Upgrades implements OnApplicationBootstrap {
  private readonly owners = new Map<string, Upgrade>();

  constructor(private readonly http: HttpAdapterHost) {}

  /** The server that all connections come to. */
  get server(): Server {
    return this.http.httpAdapter.getHttpServer() as Server;
  }

  register(firstPart: string, upgrade: Upgrade): void {
    if (this.owners.has(firstPart)) throw new Error(`Two answer for upgrades at /${firstPart}`);
    this.owners.set(firstPart, upgrade);
  }

  onApplicationBootstrap(): void {
    this.server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
      // A connection that breaks in the middle of this must not end the process.
      socket.on('error', () => socket.destroy());
      const owner = this.owners.get(/^\/([^/?]*)/.exec(request.url ?? '')?.[1] ?? '');
      if (owner) owner(request, socket, head);
      else refuseUpgrade(socket, 404);
    });
  }
}

const reasons = {
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  429: 'Too Many Requests',
  503: 'Service Unavailable',
} as const;

/** Says no in the words of HTTP, and nothing else. */
export function refuseUpgrade(socket: Duplex, status: keyof typeof reasons): void {
  const reason = reasons[status];
  // Whoever was refused does not get to keep the connection open.
  socket.once('finish', () => socket.destroy());
  socket.end(`HTTP/1.1 ${status} ${reason}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
