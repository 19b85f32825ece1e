// Lets threads that tests begin run the sources as they stand: a worker is no part of what the test runner transforms.
// Loaded into every process of a run; does something only within a thread of one.
import { register } from 'node:module';
import { isMainThread } from 'node:worker_threads';

if (!isMainThread) register('./typescript-loader.mjs', import.meta.url);
