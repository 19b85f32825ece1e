// The list of modules, and nothing else. The order is the order of dependence: each may use those above it.
import { Module, type DynamicModule } from '@nestjs/common';
import { PlatformModule, type PlatformParts } from './platform/platform.module.js';

@Module({})
export class AppModule {
  static with(parts: PlatformParts): DynamicModule {
    return { module: AppModule, imports: [PlatformModule.with(parts)] };
  }
}
