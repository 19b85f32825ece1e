import { z } from 'zod';
import { signal } from '../contract/signals.js';
import { id } from '../language/fields.js';

/** On `commitment:<id>`: something happened to it, or was said about it. */
export const commitmentChanged = signal('commitment.changed', z.object({ commitment: id }));

/** On `commitments:<dyad>`: something happened to one of them. */
export const commitmentsMoved = signal('commitments.moved', z.object({ commitment: id }));
