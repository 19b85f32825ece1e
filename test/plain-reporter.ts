import { writeFileSync } from 'node:fs';
import type { Reporter, TestModule } from 'vitest/node';

const ofReason = 300;

/**
 * Counts for the closing line of `npm test`, which sums several runs, and what failed, to stand just above that line: of a
 * long run often only the end is kept. Where no file is named, it prints the line itself.
 */
export default class PlainReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const counts = { passed: 0, failed: errors.length, skipped: 0, failures: errors.map((error) => reason(error)) };
    for (const module of modules) {
      const tests = [...module.children.allTests()];
      if (tests.length === 0 && module.state() === 'failed') {
        counts.failed += 1;
        counts.failures.push(`${module.relativeModuleId}: ${reason(module.errors()[0])}`);
      }
      for (const test of tests) {
        const { state, errors: found } = test.result();
        if (state === 'passed') counts.passed += 1;
        else if (state === 'failed') {
          counts.failed += 1;
          counts.failures.push(`${module.relativeModuleId} > ${test.fullName}: ${reason(found?.[0])}`);
        } else counts.skipped += 1;
      }
    }
    const file = process.env['ENTENTE_TEST_COUNTS'];
    if (file) writeFileSync(file, JSON.stringify(counts));
    else process.stdout.write(`\n${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped\n`);
  }
}

function reason(error: unknown): string {
  const told = error instanceof Object && 'message' in error ? String(error.message) : String(error);
  return told.replaceAll(/\s+/g, ' ').slice(0, ofReason);
}
