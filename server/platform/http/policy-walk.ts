import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import type { Contract } from '../../../shared/contract/contract.js';
import { policyTable } from '../../../shared/access/policy-table.js';
import { contractKey } from './endpoint.js';

/** Nest's own metadata key for the path of a route handler. */
const nestPathKey = 'path';

/** Refuses to start a server that has a route without a row in the policy table, or two handlers for one contract. */
@Injectable()
export class PolicyWalk implements OnApplicationBootstrap {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  onApplicationBootstrap(): void {
    this.contracts();
  }

  /** Every contract that is served, by walking all controllers. @throws Error naming the handler without a policy. */
  contracts(): Contract[] {
    const served = new Map<string, Contract>();
    for (const { instance, metatype } of this.discovery.getControllers()) {
      if (!instance || !metatype) continue;
      const prototype: object = Object.getPrototypeOf(instance);
      for (const name of this.scanner.getAllMethodNames(prototype)) {
        const handler = (prototype as Record<string, unknown>)[name];
        if (typeof handler !== 'function' || this.reflector.get(nestPathKey, handler) === undefined) continue;
        const contract = this.reflector.get<Contract | undefined>(contractKey, handler);
        if (!contract || !(contract.action in policyTable)) {
          throw new Error(`${metatype.name}.${name} has no row in the policy table`);
        }
        if (served.has(contract.route)) throw new Error(`${contract.route} is served twice`);
        served.set(contract.route, contract);
      }
    }
    return [...served.values()];
  }
}
