// Builds server and client and does nothing else: for images.
import { build, requireNode } from './steps.mjs';

requireNode();
await build();
